"""Runs the statements of a Polyprism batch on Spark and leaves what they find beside it.

    spark-submit run.py [FOLDER]

FOLDER is the --out of `polyprism spark batch` by the name Spark's machines know it; by default the
folder above this file. Read: FOLDER/batch/batch.json and the tables it names. Written:
FOLDER/batch/results, its receipt last. Then `polyprism spark resume` reads the results.
"""

import hashlib
import json
import os
import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

CHUNK_BYTES = 1 << 20


class Files:
    """Files by any name that Spark itself can open."""

    def __init__(self, spark):
        self.jvm = spark.sparkContext._jvm
        self.conf = spark.sparkContext._jsc.hadoopConfiguration()

    def at(self, path):
        where = self.jvm.org.apache.hadoop.fs.Path(path)
        return where.getFileSystem(self.conf), where

    def length(self, path):
        system, where = self.at(path)
        return system.getFileStatus(where).getLen()

    def read(self, path):
        system, where = self.at(path)
        stream = system.open(where)
        try:
            return bytes(self.jvm.org.apache.commons.io.IOUtils.toByteArray(stream))
        finally:
            stream.close()

    def create(self, path):
        system, where = self.at(path)
        # Beside a file of its own a local file system would keep sums of it.
        system.setWriteChecksum(False)
        return system.create(where, True)

    def delete(self, path):
        system, where = self.at(path)
        system.delete(where, True)


def view_of(spark, files, folder, view):
    """Makes a table readable by its name; it must be the one the batch was made for."""
    name = view["name"]
    if "file" in view:
        path = folder + "/" + view["file"]
        seen = files.length(path)
        if seen != view["bytes"]:
            sys.exit(f"{path} has {seen} bytes, and the batch is for one of {view['bytes']}")
        frame = spark.read.parquet(path)
    else:
        # One state of the table for all statements, whoever writes to it meanwhile.
        refs = f"SELECT snapshot_id FROM {view['table']}.refs WHERE name = 'main'"
        state = spark.sql(refs).first()
        at = f" VERSION AS OF {state[0]}" if state else ""
        frame = spark.sql(f"SELECT {view['columns']} FROM {view['table']}{at}")
    frame.createOrReplaceTempView(name)
    rows = frame.count()
    if rows != view["rows"]:
        sys.exit(f"Spark sees {rows} rows of {name}, and there are {view['rows']}")


def as_text(column, kind):
    """A value as text: of every type the same whichever Spark runs this."""
    return F.lower(F.hex(column)) if kind == "binary" else column.cast("string")


def run(spark, files, path, sql, rows_max):
    """Runs one statement; its rows as lines of JSON, texts and nulls by the order of columns."""
    frame = spark.sql(sql)
    columns = [{"name": name, "type": kind} for name, kind in frame.dtypes]
    # By place: two columns may have one name.
    places = frame.toDF(*[f"c{at}" for at in range(len(columns))])
    texts = places.select([as_text(F.col(f"c{at}"), c["type"]) for at, c in enumerate(columns)])
    digest, rows, length, waiting = hashlib.sha256(), 0, 0, bytearray()
    out = files.create(path)
    for row in texts.toLocalIterator():
        rows += 1
        if rows > rows_max:
            sys.exit(f"A statement gives more than {rows_max} rows")
        waiting += (json.dumps(list(row), separators=(",", ":")) + "\n").encode("ascii")
        if len(waiting) >= CHUNK_BYTES:
            digest.update(waiting)
            length += len(waiting)
            out.write(waiting)
            waiting = bytearray()
    digest.update(waiting)
    out.write(waiting)
    out.close()
    length += len(waiting)
    return {"rows": rows, "bytes": length, "sha256": digest.hexdigest(), "columns": columns}


def is_due(when, results):
    if when is None:
        return True
    some = any(results[at] is not None and results[at]["rows"] > 0 for at in when["of"])
    return some if when["rows"] == "some" else not some


def main(folder):
    spark = SparkSession.builder.appName("polyprism").getOrCreate()
    files = Files(spark)
    raw = files.read(folder + "/batch/batch.json")
    batch = json.loads(raw)
    for name, value in batch["settings"].items():
        spark.conf.set(name, value)
    results_folder = folder + "/batch/results"
    files.delete(results_folder)
    for view in batch["views"]:
        view_of(spark, files, folder, view)
    statements, results = batch["statements"], []
    for at, statement in enumerate(statements):
        due = is_due(statement["when"], results)
        print(f"{at + 1} of {len(statements)}: {statement['provision']}", file=sys.stderr)
        path = f"{results_folder}/{at:05d}.jsonl"
        rows_max = batch["rows_max"]
        results.append(run(spark, files, path, statement["sql"], rows_max) if due else None)
    receipt = {
        "schema": "polyprism.batch_receipt/1",
        "batch_sha256": hashlib.sha256(raw).hexdigest(),
        "engine": {"name": "spark", "version": spark.version},
        "results": results,
    }
    out = files.create(results_folder + "/receipt.json")
    out.write(bytearray(json.dumps(receipt, indent=1), "utf-8"))
    out.close()
    spark.stop()


if __name__ == "__main__":
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    main((sys.argv[1] if len(sys.argv) > 1 else "file:" + own).rstrip("/"))
