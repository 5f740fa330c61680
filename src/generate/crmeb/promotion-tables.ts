import { table } from '../mysql-dump.ts';

/** Promotions and the page of a product, in CRMEB's names. */
export const seckillTable = table('eb_store_seckill', '秒杀', [
  'id int(10) unsigned | 编号',
  'product_id int(10) unsigned | 商品',
  'title varchar(255) | 标题',
  'price decimal(10,2) unsigned | 秒杀价',
  'ot_price decimal(10,2) unsigned | 划线价',
  'stock int(10) unsigned | 库存',
  'sales int(10) unsigned | 销量',
  'start_time int(11) unsigned | 开始',
  'stop_time int(11) unsigned | 结束',
  'add_time int(11) unsigned | 添加时间',
  'status tinyint(1) unsigned | 1启用',
  'is_del tinyint(1) unsigned | 1删除',
]);

export const combinationTable = table('eb_store_combination', '拼团', [
  'id int(10) unsigned | 编号',
  'product_id int(10) unsigned | 商品',
  'title varchar(255) | 标题',
  'people int(10) unsigned | 成团人数',
  'price decimal(10,2) unsigned | 拼团价',
  'start_time int(11) unsigned | 开始',
  'stop_time int(11) unsigned | 结束',
  'add_time int(11) unsigned | 添加时间',
  'is_del tinyint(1) unsigned | 1删除',
]);

export const bargainTable = table('eb_store_bargain', '砍价', [
  'id int(10) unsigned | 编号',
  'product_id int(10) unsigned | 商品',
  'title varchar(255) | 标题',
  'price decimal(8,2) unsigned | 原价',
  'min_price decimal(8,2) unsigned | 最低价',
  'start_time int(11) unsigned | 开始',
  'stop_time int(11) unsigned | 结束',
  'add_time int(11) unsigned | 添加时间',
  'is_del tinyint(1) unsigned | 1删除',
]);

export const descriptionTable = table(
  'eb_store_product_description',
  '商品详情',
  [
    'product_id int(11) | 商品',
    'description text | 详情',
    'type tinyint(1) | 0普通 1秒杀 2砍价 3拼团',
  ],
  false,
);

export const storeTable = table('eb_system_store', '门店', [
  'id int(10) unsigned | 编号',
  'name varchar(100) | 名称',
  'phone char(25) | 电话',
  'address varchar(50) | 地址',
  'is_show tinyint(1) | 1显示',
  'add_time int(11) | 添加时间',
  'is_del tinyint(1) | 1删除',
]);
