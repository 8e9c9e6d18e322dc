"""The country's year in DuckDB, Polars and pandas: the comparison that `cargo x bench --ranking` runs.

Usage: ranking.py duckdb|duckdb-file|polars|pandas INPUT OUTPUT. Prints the microseconds of the work, imports not counted, and
the peak memory in KiB. DuckDB and Polars write all five files, pandas the first only.
"""
import os
import resource
import sys
import time

tool, folder, out = sys.argv[1:4]
os.makedirs(out, exist_ok=True)
path = {name: os.path.join(folder, name + ".csv") for name in ("units", "targets", "plan", "reports")}


def duckdb_run(from_file):
    import duckdb

    if from_file:
        database = os.path.join(folder, "own.duckdb")
        if not os.path.exists(database):
            fill = duckdb.connect(database)
            read(fill, "TABLE")
            fill.close()
        begin = time.perf_counter()
        connection = duckdb.connect(database, read_only=True)
    else:
        begin = time.perf_counter()
        connection = duckdb.connect()
        read(connection, "TEMP TABLE")
    connection.execute("""
        CREATE TEMP TABLE judged AS
        WITH year_values AS (
            SELECT r.year, r.unit, r.target,
                   CASE any_value(t.agg) WHEN 'sum' THEN sum(value_c) WHEN 'last' THEN arg_max(value_c, quarter)
                        ELSE sum(value_c) // count(value_c) END AS achieved_c
            FROM reports r JOIN targets t USING (target) WHERE value_c IS NOT NULL GROUP BY r.year, r.unit, r.target)
        SELECT p.year, p.unit, p.target, v.achieved_c, p.plan_c, t.direction, t.weight,
               CASE WHEN v.achieved_c IS NULL THEN NULL
                    WHEN t.direction = 'up' THEN v.achieved_c * 10000 // p.plan_c
                    WHEN v.achieved_c = 0 THEN 12000 ELSE p.plan_c * 10000 // v.achieved_c END AS pct_bp
        FROM plan p JOIN targets t USING (target)
        LEFT JOIN year_values v ON v.year = p.year AND v.unit = p.unit AND v.target = p.target;
        CREATE TEMP TABLE sums AS
        SELECT year, province, target, sum(achieved_c) AS achieved_c, sum(plan_c) FILTER (achieved_c IS NOT NULL) AS plan_c
        FROM judged JOIN units USING (unit) GROUP BY ALL;""")
    status = """CASE WHEN pct_bp IS NULL THEN 'K' WHEN pct_bp >= 10500 THEN 'V' WHEN pct_bp >= 10000 THEN 'D'
                     WHEN pct_bp >= 8000 THEN 'G' ELSE 'C' END"""
    share = """CASE WHEN achieved_c IS NULL THEN NULL WHEN direction = 'up' THEN achieved_c * 10000 // plan_c
                    WHEN achieved_c = 0 THEN 12000 ELSE plan_c * 10000 // achieved_c END"""
    files = {
        "unit_targets": f"SELECT year, unit, target, achieved_c, pct_bp, {status} AS status FROM judged ORDER BY ALL",
        "unit_scores": f"""
            WITH scored AS (
                SELECT year, unit, sum(coalesce(weight * least(pct_bp, 12000), 0)) // 100 AS score,
                       count(*) FILTER (s = 'V') AS v, count(*) FILTER (s = 'D') AS d, count(*) FILTER (s = 'G') AS g,
                       count(*) FILTER (s = 'C') AS c, count(*) FILTER (s = 'K') AS k
                FROM (SELECT *, {status} AS s FROM judged) GROUP BY year, unit)
            SELECT year, unit, score, rank() OVER (PARTITION BY year, province, kind ORDER BY score DESC) AS rank,
                   v, d, g, c, k FROM scored JOIN units USING (unit) ORDER BY year, unit""",
        "province_targets": f"""
            SELECT year, province, target, achieved_c, plan_c, pct_bp, {status} AS status FROM (
                SELECT *, {share} AS pct_bp FROM sums JOIN targets USING (target)) ORDER BY year, province, target""",
        "province_scores": f"""
            WITH scored AS (
                SELECT year, province, sum(coalesce(weight * least({share}, 12000), 0)) // 100 AS score
                FROM sums JOIN targets USING (target) GROUP BY year, province)
            SELECT year, province, score, rank() OVER (PARTITION BY year, cluster ORDER BY score DESC) AS rank
            FROM scored JOIN (SELECT DISTINCT province, cluster FROM units) USING (province) ORDER BY year, province""",
        "nation_targets": f"""
            SELECT year, target, achieved_c, plan_c, pct_bp, {status} AS status FROM (
                SELECT *, {share} AS pct_bp FROM (
                    SELECT year, target, sum(achieved_c) AS achieved_c, sum(plan_c) AS plan_c FROM sums GROUP BY ALL)
                JOIN targets USING (target)) ORDER BY year, target""",
    }
    for name, query in files.items():
        connection.execute(f"COPY ({query}) TO '{out}/{name}.csv' (HEADER, DELIMITER ',')")
    return begin


def read(connection, table):
    text = "header = true, delim = ','"
    connection.execute(f"""
        CREATE {table} units AS SELECT * FROM read_csv('{path["units"]}', {text}, all_varchar = true);
        CREATE {table} targets AS SELECT * FROM read_csv('{path["targets"]}', {text});
        CREATE {table} plan AS SELECT year, unit, target, (plan * 100)::BIGINT AS plan_c FROM read_csv('{path["plan"]}',
            {text}, columns = {{'year': 'INTEGER', 'unit': 'VARCHAR', 'target': 'VARCHAR', 'plan': 'DECIMAL(18,2)'}});
        CREATE {table} reports AS SELECT year, quarter, unit, target, (value * 100)::BIGINT AS value_c
            FROM read_csv('{path["reports"]}', {text}, columns = {{'year': 'INTEGER', 'quarter': 'INTEGER',
            'unit': 'VARCHAR', 'target': 'VARCHAR', 'value': 'DECIMAL(18,2)'}});""")


def polars_run():
    import polars as pl

    begin = time.perf_counter()
    text = {"unit": pl.String, "target": pl.String}
    hundredths = lambda name: (pl.col(name) * 100).round().cast(pl.Int64)
    targets = pl.read_csv(path["targets"])
    plan = pl.read_csv(path["plan"], schema_overrides=text).with_columns(hundredths("plan").alias("plan_c"))
    reports = pl.read_csv(path["reports"], schema_overrides=text).drop_nulls("value")
    reports = reports.with_columns(hundredths("value").alias("value_c"))
    years = reports.sort("quarter").group_by("year", "unit", "target").agg(
        pl.col("value_c").sum().alias("sum"), pl.col("value_c").last().alias("last"), pl.len().cast(pl.Int64).alias("n"))
    judged = plan.join(targets, on="target").join(years, on=["year", "unit", "target"], how="left").with_columns(
        pl.when(pl.col("agg") == "sum").then(pl.col("sum")).when(pl.col("agg") == "last").then(pl.col("last"))
        .otherwise(pl.col("sum") // pl.col("n")).alias("achieved_c")).with_columns(
        pl.when(pl.col("direction") == "up").then(pl.col("achieved_c") * 10000 // pl.col("plan_c"))
        .when(pl.col("achieved_c") == 0).then(12000)
        .otherwise(pl.col("plan_c") * 10000 // pl.col("achieved_c")).alias("pct_bp"))
    status = (pl.when(pl.col("pct_bp").is_null()).then(pl.lit("K")).when(pl.col("pct_bp") >= 10500).then(pl.lit("V"))
              .when(pl.col("pct_bp") >= 10000).then(pl.lit("D")).when(pl.col("pct_bp") >= 8000).then(pl.lit("G"))
              .otherwise(pl.lit("C")).alias("status"))
    judged.with_columns(status).sort("year", "unit", "target").select(
        "year", "unit", "target", "achieved_c", "pct_bp", "status").write_csv(os.path.join(out, "unit_targets.csv"))
    return begin


def pandas_run():
    import numpy
    import pandas

    begin = time.perf_counter()
    text = {"unit": str, "target": str}
    targets = pandas.read_csv(path["targets"])
    plan = pandas.read_csv(path["plan"], dtype=text)
    plan["plan_c"] = (plan["plan"] * 100).round().astype("int64")
    reports = pandas.read_csv(path["reports"], dtype=text).dropna(subset=["value"])
    reports["value_c"] = (reports["value"] * 100).round().astype("int64")
    groups = reports.sort_values("quarter", kind="stable").groupby(["year", "unit", "target"], sort=False)["value_c"]
    years = groups.agg(["sum", "last", "count"]).reset_index()
    judged = plan.merge(targets, on="target").merge(years, on=["year", "unit", "target"], how="left")
    given = judged["count"].notna()
    chosen = numpy.select([judged["agg"] == "sum", judged["agg"] == "last"], [judged["sum"], judged["last"]],
                          judged["sum"] // judged["count"])
    judged["achieved_c"] = pandas.array(numpy.where(given, chosen, 0), dtype="float64").astype("Int64")
    achieved = judged["achieved_c"].astype("int64")
    down = numpy.where(achieved == 0, 12000, judged["plan_c"] * 10000 // achieved.where(achieved != 0, 1))
    share = numpy.where(judged["direction"] == "up", achieved * 10000 // judged["plan_c"], down)
    judged["pct_bp"] = pandas.array(share, dtype="Int64")
    judged.loc[~given, ["achieved_c", "pct_bp"]] = pandas.NA
    judged["status"] = numpy.select([~given, share >= 10500, share >= 10000, share >= 8000], ["K", "V", "D", "G"], "C")
    judged.sort_values(["year", "unit", "target"])[["year", "unit", "target", "achieved_c", "pct_bp", "status"]].to_csv(
        os.path.join(out, "unit_targets.csv"), index=False)
    return begin


runs = {"duckdb": lambda: duckdb_run(False), "duckdb-file": lambda: duckdb_run(True), "polars": polars_run,
        "pandas": pandas_run}
begin = runs[tool]()
print(int((time.perf_counter() - begin) * 1_000_000), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
