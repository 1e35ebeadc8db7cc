"""Compiles a table of messages with Apache Spark: each partition through one `tapmark` process.

    python compile_messages.py MESSAGES OUT [--tapmark PATH] [--master URL] [--partitions N]

MESSAGES is a file of JSON lines with `id`, `to` and `text`; OUT becomes a folder of Parquet files
with `id`, `requests`, `diagnostics`, `error` and the executor that compiled the line. The script
fails unless every id comes back exactly once and every executor had a part in it.
"""

import argparse
import os
import shlex
import shutil
import sys
import time

from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as f

# Strings of JSON: requests have many shapes, and what sends them wants JSON again.
ANSWER = "id long, requests string, diagnostics string, error struct<line: long, message: string>"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("messages")
    parser.add_argument("out")
    parser.add_argument("--tapmark", default=shutil.which("tapmark"), help="path of the program")
    parser.add_argument("--master", default="local-cluster[2,1,1024]", help="two workers by default")
    parser.add_argument("--partitions", type=int, default=8)
    given = parser.parse_args()
    if given.tapmark is None:
        parser.error("there is no tapmark on the path; name it with --tapmark")
    return given


def compiled(messages: DataFrame, tapmark: str) -> DataFrame:
    """The answers of a table of messages, as a table."""
    line = f.to_json(f.struct("id", "to", "text"))
    lines = messages.select(line).rdd.map(lambda row: row[0])
    # The exit code is 1 when any message has errors, and that is no reason to compile all anew.
    answers = lines.pipe(shlex.join([tapmark, "compile", "--ndjson"]))

    def with_executor(lines):
        # A worker starts each executor in a folder that is called after it.
        executor = os.path.basename(os.getcwd())
        return (Row(answer=line, executor=executor) for line in lines)

    table = answers.mapPartitions(with_executor).toDF("answer string, executor string")
    return table.select(f.from_json("answer", ANSWER).alias("line"), "executor").select("line.*", "executor")


def check(messages: DataFrame, answers: DataFrame, workers: int) -> list[str]:
    """What is wrong: ids that are lost, that come twice, that nobody sent; executors at rest."""
    sent = messages.groupBy("id").agg(f.count("*").alias("sent"))
    returned = answers.groupBy("id").agg(f.count("*").alias("returned"))
    both = sent.join(returned, sent.id.eqNullSafe(returned.id), "full")
    odd = both.where("sent is null or returned is null or sent <> 1 or returned <> 1").count()
    executors = answers.select("executor").distinct().count()
    wrong = []
    if odd:
        wrong.append(f"{odd} ids do not come back exactly once")
    if executors < workers:
        wrong.append(f"{executors} of {workers} executors had a part in it")
    return wrong


def main() -> int:
    given = arguments()
    spark = (
        SparkSession.builder.master(given.master)
        .appName("tapmark")
        # What runs Python here runs it there.
        .config("spark.pyspark.python", sys.executable)
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    schema = "id long, `to` string, text string"
    messages = spark.read.schema(schema).json(given.messages).repartition(given.partitions)

    start = time.monotonic()
    compiled(messages, given.tapmark).write.mode("overwrite").parquet(given.out)
    seconds = time.monotonic() - start

    answers = spark.read.parquet(given.out)
    # The driver is among them.
    workers = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
    print(f"{answers.count()} lines in {seconds:.1f} s")
    answers.groupBy("executor").agg(
        f.count("*").alias("lines"),
        f.count("error").alias("refused"),
        f.sum(f.contains("diagnostics", f.lit('"severity":"error"')).cast("long")).alias("with errors"),
    ).orderBy("executor").show()
    wrong = check(messages, answers, workers)
    spark.stop()
    for message in wrong:
        print(f"wrong: {message}", file=sys.stderr)
    if not wrong:
        print(f"every id came back exactly once, from {workers} executors")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
