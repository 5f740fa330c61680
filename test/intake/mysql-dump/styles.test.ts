import { describe, expect, it } from 'vitest';
import { readMysqlDump } from '../../../src/intake/mysql-dump/read.ts';
import { CollectingSink, inputOf } from '../../support/collecting-sink.ts';

async function read(text: string): Promise<CollectingSink> {
  const sink = new CollectingSink();
  await readMysqlDump(inputOf(text, 'dump.sql'), sink);
  return sink;
}

const member = {
  name: 'eb_user',
  comment: '用户表',
  columns: [
    { name: 'uid', type: 'int(10) unsigned', comment: '用户id' },
    { name: 'spread_uid', type: 'int(10) unsigned', comment: "推广员id; 0 = 'none'" },
    { name: 'pay', type: 'decimal(8,2)', comment: null },
    { name: 'state', type: "enum('on','off')", comment: null },
  ],
  primary_key: ['uid'],
  unique_keys: [['spread_uid', 'state']],
};

const memberRows = [
  { uid: '1', spread_uid: '0', pay: '9.90', state: 'on' },
  { uid: '2', spread_uid: '1', pay: '0.00', state: null },
];

describe('the dumps of', () => {
  it('mysqldump 5 and 8', async () => {
    const sink = await read(`-- MySQL dump 10.13  Distrib 8.0.35, for Linux (x86_64)
--
-- Host: localhost    Database: mall
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;

DROP TABLE IF EXISTS \`eb_user\`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
CREATE TABLE \`eb_user\` (
  \`uid\` int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT '用户id',
  \`spread_uid\` int(10) unsigned NOT NULL DEFAULT '0' COMMENT '推广员id; 0 = ''none''',
  \`pay\` decimal(8,2) /*!50606 STORAGE DISK */ DEFAULT NULL,
  \`state\` enum('on','off') COLLATE utf8mb4_0900_ai_ci DEFAULT NULL,
  PRIMARY KEY (\`uid\`) USING BTREE,
  UNIQUE KEY \`one\` (\`spread_uid\`,\`state\`) USING BTREE COMMENT 'a key',
  KEY \`pay\` (\`pay\`),
  CONSTRAINT \`c\` CHECK ((\`pay\` >= 0))
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='用户表'
/*!50100 PARTITION BY RANGE (uid)
(PARTITION p0 VALUES LESS THAN (100) COMMENT = 'p' ENGINE = InnoDB) */;

LOCK TABLES \`eb_user\` WRITE;
/*!40000 ALTER TABLE \`eb_user\` DISABLE KEYS */;
INSERT INTO \`eb_user\` VALUES (1,0,9.90,'on'),(2,1,0.00,NULL);
/*!40000 ALTER TABLE \`eb_user\` ENABLE KEYS */;
UNLOCK TABLES;
/*!50003 SET @saved_sql_mode = @@sql_mode */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=\`root\`@\`localhost\`*/ /*!50003 TRIGGER \`t\`
AFTER INSERT ON \`eb_user\` FOR EACH ROW BEGIN
  INSERT INTO eb_log VALUES (NEW.uid);
  IF NEW.uid = 3 THEN SET @a = 'x;'; END IF;
END */;;
DELIMITER ;
/*!50001 DROP VIEW IF EXISTS \`v\`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=\`root\`@\`localhost\` SQL SECURITY DEFINER */
/*!50001 VIEW \`v\` AS select 1 AS \`a\` */;
-- Dump completed on 2023-11-01 12:00:00
`);
    expect([...sink.tables.keys()]).toEqual(['eb_user']);
    expect(sink.table('eb_user').shape).toEqual(member);
    expect(sink.table('eb_user').rows).toEqual(memberRows);
    expect(sink.issues.map(({ code, params, count, line }) => [code, params, count, line])).toEqual(
      [
        [
          'dump.statement_skipped',
          {
            kinds:
              'CREATE TRIGGER × 1, CREATE VIEW × 1, DROP VIEW × 1, LOCK TABLES × 1, ' +
              'SET × 6, UNLOCK TABLES × 1',
          },
          11,
          4,
        ],
      ],
    );
  });

  it('MariaDB, with its sandbox line', async () => {
    const sink = await read(`/*M!999999\\- enable the sandbox mode */
-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB, for debian-linux-gnu (x86_64)
/*M!100616 SET @OLD_NOTE_VERBOSITY=@@NOTE_VERBOSITY, NOTE_VERBOSITY=0 */;
/*!40101 SET NAMES utf8mb4 */;
CREATE TABLE \`t\` (
  \`a\` int(11) DEFAULT NULL,
  \`j\` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(\`j\`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO \`t\` VALUES
(1,'{\\"a\\": [1,2]}'),
(2,NULL);
`);
    expect(sink.values('t')).toEqual([
      ['1', '{"a": [1,2]}'],
      ['2', null],
    ]);
    expect(sink.table('t').shape?.columns[1]).toEqual({
      name: 'j',
      type: 'longtext',
      comment: null,
    });
  });

  it('phpMyAdmin, which adds keys afterwards', async () => {
    const sink = await read(`-- phpMyAdmin SQL Dump
SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
START TRANSACTION;
/*!40101 SET NAMES utf8mb4 */;
--
-- 表的结构 \`eb_user\`
--
CREATE TABLE IF NOT EXISTS \`eb_user\` (
  \`uid\` int(10) UNSIGNED NOT NULL COMMENT '用户id',
  \`spread_uid\` int(10) UNSIGNED NOT NULL COMMENT '推广员id; 0 = ''none''',
  \`pay\` decimal(8,2) DEFAULT '0.00',
  \`state\` enum('on','off') DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='用户表';
INSERT INTO \`eb_user\` (\`uid\`, \`spread_uid\`, \`pay\`, \`state\`) VALUES
(1, 0, '9.90', 'on'),
(2, 1, '0.00', NULL);
ALTER TABLE \`eb_user\`
  ADD PRIMARY KEY (\`uid\`),
  ADD UNIQUE KEY \`one\` (\`spread_uid\`,\`state\`),
  ADD KEY \`pay\` (\`pay\`);
ALTER TABLE \`eb_user\`
  MODIFY \`uid\` int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT '用户id', AUTO_INCREMENT=3;
COMMIT;
`);
    expect(sink.table('eb_user').shape).toEqual({
      ...member,
      columns: member.columns.map((column) =>
        column.name === 'spread_uid' ? { ...column, type: 'int(10) UNSIGNED' } : column,
      ),
    });
    expect(sink.table('eb_user').rows).toEqual(memberRows);
  });

  it('Navicat, with a statement for each row', async () => {
    const sink = await read(`/*
 Navicat Premium Data Transfer
 Source Server : it's "mine"
*/
SET NAMES utf8mb4;
SET FOREIGN_KEY_CHECKS = 0;
-- ----------------------------
-- Table structure for t
-- ----------------------------
DROP TABLE IF EXISTS \`t\`;
CREATE TABLE \`t\`  (
  \`a\` int(11) NOT NULL,
  \`b\` bit(1) NOT NULL COMMENT '是否',
  PRIMARY KEY (\`a\`) USING BTREE
) ENGINE = InnoDB CHARACTER SET = utf8 COLLATE = utf8_general_ci COMMENT = '表' ROW_FORMAT = Dynamic;
BEGIN;
INSERT INTO \`t\` VALUES (1, b'1');
INSERT INTO \`t\` VALUES (2, b'0');
COMMIT;
-- Procedure structure for p
delimiter ;;
CREATE PROCEDURE \`p\`()
BEGIN
  INSERT INTO \`t\` VALUES (3, b'0');
END
;;
delimiter ;
INSERT INTO \`t\` VALUES (4, b'1');
`);
    expect(sink.values('t')).toEqual([
      ['1', '1'],
      ['2', '0'],
      ['4', '1'],
    ]);
    expect(sink.table('t').lines).toEqual([17, 18, 28]);
    expect(sink.table('t').shape?.comment).toBe('表');
  });

  it('HeidiSQL, SQLyog and CodeIgniter', async () => {
    const sink = await read(`# TABLE STRUCTURE FOR: t
#
/*!40101 SET NAMES utf8 */;
/*!40000 DROP TABLE IF EXISTS t */;
CREATE DATABASE /*!32312 IF NOT EXISTS*/\`mall\` /*!40100 DEFAULT CHARACTER SET utf8 */;
USE \`mall\`;
CREATE TABLE t (id int NOT NULL PRIMARY KEY, \`key\` varchar(9) UNIQUE, value text);
insert  into \`t\`(\`id\`,\`key\`,\`value\`) values (1,'a','x'),(2,'b','y');
INSERT IGNORE INTO mall.t (value, id) VALUES ('z', 3);
REPLACE INTO \`mall\`.\`t\` SET id = 4, \`key\`='d', value = 'a, b';
INSERT LOW_PRIORITY INTO t VALUE (5,'e','f') ON DUPLICATE KEY UPDATE value=VALUES(value), id=(5);
INSERT INTO t (id, value) VALUES (6, 'g') AS new ON DUPLICATE KEY UPDATE value = 'x;y';
INSERT INTO t SELECT * FROM old WHERE id IN (1,2);
`);
    expect(sink.values('t')).toEqual([
      ['1', 'a', 'x'],
      ['2', 'b', 'y'],
      ['3', undefined, 'z'],
      ['4', 'd', 'a, b'],
      ['5', 'e', 'f'],
      ['6', undefined, 'g'],
    ]);
    expect(sink.table('t').shape).toMatchObject({ primary_key: ['id'], unique_keys: [['key']] });
    expect(sink.issues.map(({ params }) => params)).toEqual([
      { kinds: 'CREATE DATABASE × 1, INSERT × 1, SET × 1' },
    ]);
  });
});
