"""Measures perisco beside the hand-written SQL of src/bench/floor, doing the same jobs on the same town.

A run is a whole cold process: the launcher, Java's start and the closing of the file are in it. Each starts on a fresh copy of
the database that the job before it left (copying isn't timed), and the two sides take turns. Medians are compared; before a ratio
is printed, what the sides booked, billed, exported and counted is compared too, and must be the same.
"""
import argparse
import csv
import os
import platform
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

from engines import SIDES, Engines
from sides import JAVA, PERISCO, ROOT, SMTP, Failed, Job, Spent, Town, Unavailable, run

WORK = ROOT / "target" / "bench"
FAMILIES = {"S": 400, "M": 20_000, "L": 100_000}
OLDEST_SQLITE = (3, 37)  # perisco's tables are STRICT


@dataclass(frozen=True)
class Goal:
    """What a number must reach and should reach: × the floor, s(econds), B(ytes) a reservation, files /s, MB of heap."""

    sizes: str
    unit: str
    must: float
    aim: float

    def text(self, limit):
        return f"{'≥' if self.unit == '/s' else '≤'} {limit:,g} {self.unit}"

    def holds(self, value, limit):
        return value >= limit if self.unit == "/s" else value <= limit


# In time for the first day of both calendars; and when March is over.
AUTUMN = "--now 2016-10-14T09:00"
APRIL = "--now 2017-04-01T08:00"
QUICK = (Goal("SML", "s", 0.5, 0.3),)
START = (Goal("SML", "×", 4, 2.5), Goal("SML", "s", 0.25, 0.15))
GROWTH = Goal("L", "×", 6, 5.5)
PREPARATIONS = [
    Job("setup", "", "", "schema.sql schools.sql", "init --setup {town}/setup"),
    Job("all but one", "", "registrations", "week_all.sql hold_back.sql", f"{AUTUMN} import weeks {{folder}}/others.csv"),
]
JOBS = [
    Job("import", "import of families", "setup", "import.sql",
        f"{AUTUMN} import families {{town}}/families.csv", "families", 3, (Goal("L", "×", 3, 1.5),)),
    Job("registrations", "registrations (floor: and weeks)", "import", "patterns.sql",
        f"{AUTUMN} import registrations {{town}}/registrations.csv", "registrations"),
    Job("weeks", "typical weeks of all for a year", "registrations", "week_all.sql",
        f"{AUTUMN} import weeks {{town}}/weeks.csv", "reservations", 3, (Goal("L", "×", 0.4, 0.2),)),
    Job("size", "bytes a reservation", goals=(Goal("SML", "B", 8, 4),)),
    Job("week", "typical week of one child, a term", "all but one", "week_one.sql",
        f"{AUTUMN} reservation week {{child}} {{activity}} --unit {{unit}} --days {{days}} --from 2017-01-03 --to 2017-04-14",
        "term", 5, QUICK),
    Job("cancel", "one cancellation", "weeks", "",
        f"{AUTUMN} reservation cancel {{child}} {{activity}} {{unit}} {{day}}", "cancelled", 5, QUICK),
    Job("invoicing", "invoicing of March", "weeks", "invoice.sql", f"{APRIL} invoice run 2017-03", "invoices", 3,
        (Goal("L", "×", 1.0, 0.6), Goal("M", "×", 1.5, 1.0), Goal("S", "s", 0.6, 0.35))),
    Job("heap", "heap that invoicing fits in", goals=(Goal("L", "MB", 512, 256),)),
    Job("export", "payment references", "invoicing", "export.sql",
        f"{APRIL} payment export --month 2017-03 -o {{folder}}/references.csv", "references", 3, (Goal("L", "×", 3, 1.8),)),
    Job("kitchen", "kitchen count of a day", "weeks", "kitchen.sql",
        "report meals --date 2017-03-16 --activity CANTINE --unit REPAS --format csv", "meals", 5, QUICK),
    Job("version", "--version (floor: empty Java)", "", JAVA, "--version", "", 5, START),
    Job("help", "--help (floor: empty Java)", "", JAVA, "--help", "", 5, START),
    Job("family", "family show (floor: empty Java)", "weeks", JAVA, "family show {family}", "shown", 5,
        (Goal("SML", "×", 8, 5),)),
    Job("pdf", "invoice PDFs", "invoicing", "", "invoice pdf --month 2017-03 -o {folder}/pdf", "letters", 3,
        (Goal("M", "/s", 600, 1500),), "SM"),
    Job("mail", "invoices by mail (floor: sending only)", "invoicing", SMTP,
        f"{APRIL} invoice send --month 2017-03 --smtp smtp://127.0.0.1:{{port}}?starttls=none", "mailed", 3,
        (Goal("M", "/s", 300, 1000),), "SM"),
]
COLUMNS = ["job", "floor", "perisco", "×", "CPU ×", "peak MB", "must", "aim", "met", "the same on both sides"]
WIDTHS = [-33, 9, 9, 6, 6, 7, -15, -17, -6, -1]


def measure(town, size, job, runs):
    """A row of the table: each figure by its name, none where there is none."""
    row = dict.fromkeys(["job", "title", "unit", "floor", "perisco", "ratio", "cpu_ratio", "floor_cpu", "perisco_cpu", "floor_peak",
                         "perisco_peak", "floor_runs", "perisco_runs", "must", "aim", "met", "compared"], "")
    row.update(job=job.name, title=job.title, unit="s")
    try:
        if job.name == "size":
            weigh(town, row)
        elif job.name == "heap":
            squeeze(town, row)
        else:
            clock(town, job, row, runs)
    except Unavailable as reason:
        row.update(met="not available", compared=str(reason))
        return row
    if row["floor"]:
        row["ratio"] = row["perisco"] / row["floor"]
    values = {row["unit"]: row["perisco"], "×": row["ratio"]}
    if any(goal.unit == "/s" for goal in job.goals):
        values["/s"] = town.printed / row["perisco"]
        row["compared"] += f", {values['/s']:,.0f} a second"
    judge(row, [goal for goal in job.goals if size in goal.sizes], values)
    return row


def judge(row, goals, values):
    row.update(must=", ".join(goal.text(goal.must) for goal in goals), aim=", ".join(goal.text(goal.aim) for goal in goals))
    if goals:
        row["met"] = ("aim" if all(goal.holds(values[goal.unit], goal.aim) for goal in goals)
                      else "must" if all(goal.holds(values[goal.unit], goal.must) for goal in goals) else "MISSED")


def clock(town, job, row, runs):
    spent = town.race(job, runs)
    if job.check:
        row["compared"] = getattr(town, job.check)()
    for side, each in spent.items():
        medians = Spent(*(statistics.median(getattr(one, figure) for one in each) for figure in ("wall", "cpu", "peak")))
        row.update({side: medians.wall, f"{side}_cpu": medians.cpu, f"{side}_peak": medians.peak,
                    f"{side}_runs": " ".join(f"{one.wall:.3f}" for one in each)})
        if any(other.after == job.name for other in town.jobs.values()):
            town.keep(side, job.name)
    if job.floor:
        row["cpu_ratio"] = row["perisco_cpu"] / row["floor_cpu"]


def weigh(town, row):
    """By how much a year's weeks make the file grow, indexes and history included, a reservation."""
    after, before = ({side: town.result(side, name).stat().st_size for side in town.sides} for name in ("weeks", "registrations"))
    reservations = town.count("floor", "reservation", "weeks")
    row.update({side: (after[side] - before[side]) / reservations for side in town.sides}, unit="B")
    row["compared"] = "files of {:,.1f} and {:,.1f} MB".format(*(size / 1e6 for size in after.values()))


def squeeze(town, row):
    """Which of the goals' heaps is enough."""
    for megabytes in (256, 512, 1024):
        town.fresh("perisco", town.jobs["invoicing"])
        try:
            town.do("perisco", town.jobs["invoicing"], f"-Xmx{megabytes}m")
        except Failed as reason:
            if megabytes == 1024:
                raise
            print(f"not in {megabytes} MB: {reason}", file=sys.stderr)
            continue
        row.update(unit="MB", perisco=megabytes)
        return


def line(cells):
    return "| " + " | ".join(f"{cell:{'<' if width < 0 else '>'}{abs(width)}}" for cell, width in zip(cells, WIDTHS)) + " |"


def heading():
    return line(COLUMNS) + "\n|" + " --- |" * len(COLUMNS)


def number(value, unit=""):
    return "" if value == "" else f"{value:,.{0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3}f} {unit}".strip()


def table_line(row):
    return line([row["title"], number(row["floor"], row["unit"]), number(row["perisco"], row["unit"]), number(row["ratio"]),
                 number(row["cpu_ratio"]), number(row["perisco_peak"]), row["must"], row["aim"], row["met"], row["compared"]])


def empty_java():
    """A Java that does nothing, with the flags that the launcher gives to a short command.

    But for perisco's class-data archive: an empty program starts faster with Java's own.
    """
    javac = f"{os.environ['JAVA_HOME']}/bin/javac" if os.environ.get("JAVA_HOME") else "javac"
    subprocess.run([javac, "-d", WORK / "classes", ROOT / "src" / "bench" / "EmptyJvm.java"], check=True)
    run([PERISCO, "--version"], WORK, java_options="-cp classes EmptyJvm")
    java, *flags = (WORK / "out").read_text().splitlines()
    return [java, *(flag for flag in flags if "SharedArchiveFile" not in flag), "-cp", str(WORK / "classes"), "EmptyJvm"]


def said(*command):
    try:
        answer = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    except FileNotFoundError:
        return ""
    return answer.stdout.splitlines()[0] if answer.returncode == 0 and answer.stdout else ""


def sqlite_version():
    return said("sqlite3", "--version").split()[0]


def machine(java):
    cpu = platform.processor() or platform.machine()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as file:
            cpu = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), cpu)
    options = os.environ.get("PERISCO_JAVA_OPTS")
    facts = [f"{os.cpu_count()} cores ({cpu})", f"{platform.system()} {platform.release()}", said(java, "-version"),
             f"sqlite3 {sqlite_version()}", said(PERISCO, "--version"), said("git", "describe", "--always", "--dirty"),
             options and f"PERISCO_JAVA_OPTS={options}", time.strftime("%Y-%m-%d %H:%M")]
    return ", ".join(fact for fact in facts if fact)


def load():
    return "load {:.1f}, {:.1f}, {:.1f}".format(*os.getloadavg())


def bench(size, wanted, runs, java):
    town = Town(WORK / size, FAMILIES[size], PREPARATIONS + JOBS, java)
    head = (f"{size}: {FAMILIES[size]:,} families, medians of {runs or '3 (short commands: 5)'} runs. {machine(java[0])}\n\n"
            f"{load()} before")
    print(f"\n{head}\n\n{heading()}", flush=True)
    rows = []
    for job in (job for job in JOBS if job.name in wanted or (not wanted and size in job.sizes)):
        rows.append(measure(town, size, job, runs or job.runs))
        print(table_line(rows[-1]), flush=True)
    print(f"\n{load()} after", flush=True)
    town.clear()
    name = "-".join([size, *wanted])
    table = "\n".join([heading(), *map(table_line, rows)])
    (WORK / f"{name}.md").write_text(f"{head}, {load()} after\n\n{table}\n", encoding="utf-8")
    with open(WORK / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        for row in rows:
            writer.writerow({name: round(value, 4) if isinstance(value, float) else value for name, value in row.items()})


def both_engines(size, url, runs, java):
    """One table of a file and a server, beside the floor."""
    town = Town(WORK / size, FAMILIES[size], PREPARATIONS + JOBS, java)
    engines = Engines(town, url)
    head = f"{size}: {FAMILIES[size]:,} families on both engines, medians of {runs} runs. {machine(java[0])}\n\n{load()} before"
    rows = ["| job | floor | file | server | server / file |", "|" + " --- |" * 5]
    for title, medians in engines.measure(runs):
        cells = [number(medians.get(side, ""), "s") for side in SIDES]
        rows.append(f"| {title} | {' | '.join(cells)} | {number(medians['server'] / medians['perisco'])} |")
    table = "\n".join([f"{head}, {load()} after", "", *rows])
    print(table)
    (WORK / f"{size}-engines.md").write_text(table + "\n", encoding="utf-8")
    print(f"\nTo clear the server: {engines.left()}", file=sys.stderr)
    town.clear()


def growth():
    """How much longer each job takes for five times the families, by the last whole runs of M and L."""
    if not all((WORK / f"{size}.csv").exists() for size in "ML"):
        return
    kept = []
    for size in "ML":
        with open(WORK / f"{size}.csv", encoding="utf-8", newline="") as file:
            kept.append({row["job"]: row for row in csv.DictReader(file, delimiter=";")})
    table = ["| job | floor × | perisco × | must | aim | met |", "|" + " --- |" * 6]
    for job in (job for job in JOBS if job.perisco and job.floor != JAVA and "L" in job.sizes):
        small, large = (rows[job.name] for rows in kept)
        floor, perisco = (float(large[side]) / float(small[side]) if small[side] and large[side] else ""
                          for side in ("floor", "perisco"))
        row = {"met": ""}
        judge(row, [GROWTH] if perisco else [], {"×": perisco})
        table.append(f"| {job.title} | {number(floor)} | {number(perisco)} | {row['must']} | {row['aim']} | {row['met'] or 'not available'} |")
    print("\nFrom M to L, five times the families:\n", *table, sep="\n")
    (WORK / "growth.md").write_text("\n".join(table) + "\n", encoding="utf-8")


def draw(java):
    """Charts of the whole runs: each size's ratios, and the growth from size to size."""
    if any((WORK / f"{size}.csv").exists() for size in FAMILIES):
        libraries = ROOT / "target" / "lib" / "*"
        subprocess.run([java, "-Djava.awt.headless=true", "-cp", libraries, ROOT / "src" / "bench" / "Charts.java", WORK], check=True)


def arguments():
    names = [job.name for job in JOBS]
    parser = argparse.ArgumentParser(
        prog="scripts/bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=f"""jobs: {', '.join(names)}

The tables are printed and kept as target/bench/SIZE.md and .csv (after --jobs as SIZE-JOB-JOB), with charts of the ratios beside
them as SIZE.png. When M and L have been measured, in one call or two, the growth from M to L follows, and growth.png. L takes a
quarter of an hour and some 6 GB of disk; letters and mails, which come at the same pace for any number, are left out there
unless they are named.
"met" says which limit was held: aim, must or MISSED; a command that this perisco doesn't have is "not available".

exit: 0 measured, whatever came out · 1 a side failed, or the two did not do the same · 2 usage · 5 a tool is missing

examples:
  scripts/bench
  scripts/bench M L -n 5
  scripts/bench S --jobs invoicing,export
  scripts/bench M --server 'jdbc:postgresql://localhost/offices?user=bench'""")
    parser.add_argument("sizes", metavar="SIZE", nargs="*", help="S (400 families), M (20,000), L (100,000); without: S, then M")
    parser.add_argument("-n", metavar="N", type=int, default=0, help="runs of each job and side (3, or 5 for a short command)")
    parser.add_argument("--server", metavar="JDBC-URL", default="",
                        help="on both engines instead: a file, and schemas of their own on this PostgreSQL server")
    parser.add_argument("--jobs", metavar="JOB,JOB", default="", help="only these")
    given = parser.parse_args()
    if given.n < 0:
        parser.error("-n: at least 1; below 3 it is only a trial")
    given.jobs = given.jobs.split(",") if given.jobs else []
    for word, known in [(size, FAMILIES) for size in given.sizes] + [(job, names) for job in given.jobs]:
        if word not in known:
            parser.error(f"{word}: not one of {', '.join(known)}")
    return given


def main():
    given = arguments()
    if tuple(map(int, sqlite_version().split(".")[:2])) < OLDEST_SQLITE:
        print("missing: sqlite3 3.37 or newer", file=sys.stderr)
        sys.exit(5)
    WORK.mkdir(parents=True, exist_ok=True)
    try:
        java = empty_java()
        for size in given.sizes or ["S", "M"]:
            if given.server:
                both_engines(size, given.server, given.n or 3, java)
            else:
                bench(size, given.jobs, given.n, java)
    except Failed as reason:
        sys.exit(f"bench: {reason}")
    if not given.server:
        growth()
        draw(java[0])


if __name__ == "__main__":
    main()
