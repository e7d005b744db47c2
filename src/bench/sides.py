"""The two sides of the bench, hand-written SQL and perisco, at work on the same town; and whether they did the same."""
import atexit
import csv
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PERISCO = ROOT / "scripts" / "perisco"
JAVA = "java"  # a floor that is no SQL: a Java that does nothing
SMTP = "smtp"  # another: a client that only sends, as many messages as perisco and of the same size
SINK = [sys.executable, "-B", ROOT / "src" / "bench" / "sink.py"]


class Failed(Exception):
    """Why the bench stops: a side failed, or the two did not do the same."""


class Unavailable(Exception):
    """A command that this perisco does not have."""


@dataclass(frozen=True)
class Job:
    """One thing that both sides do.

    `after` names the job whose database it starts from. `floor` is SQL scripts, or JAVA, or SMTP, or nothing; `perisco` a command line;
    `check` a method of Town that compares the results; `goals` are listed by the letters of the sizes that they are for, and `sizes`
    are those at which it is measured unless it is named.
    """

    name: str
    title: str
    after: str = ""
    floor: str = ""
    perisco: str = ""
    check: str = ""
    runs: int = 3
    goals: tuple = ()
    sizes: str = "SML"


@dataclass(frozen=True)
class Spent:
    """What a process took: seconds on the wall and of CPU, and its peak of resident memory in MB.

    A process begins as a copy of this Python, so that a peak below some 20 MB is Python's.
    """

    wall: float
    cpu: float
    peak: float


def run(command, folder, stdin=os.devnull, java_options=""):
    """Runs a process in a folder, its words into `out` and `err` there: what it took, and its exit code."""
    options = f"{os.environ.get('PERISCO_JAVA_OPTS', '')} {java_options}".strip()
    with open(stdin) as given, open(folder / "out", "w") as out, open(folder / "err", "w") as err:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=given, stdout=out, stderr=err, cwd=folder, env={**os.environ, "PERISCO_JAVA_OPTS": options})
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
    process.returncode = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)
    megabyte = 1 << (20 if sys.platform == "darwin" else 10)
    return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / megabyte), process.returncode


def same(what, floor, perisco):
    if floor != perisco:
        raise Failed(f"MISMATCH, {what}: the floor has {str(floor)[:300]}, perisco {str(perisco)[:300]}")


def cents(amount):
    euros, _, rest = amount.partition(".")
    return 100 * int(euros) + int(rest.ljust(2, "0"))


class Town:
    """One size's town: its files, each side's databases, and the runs."""

    def __init__(self, folder, families, jobs, java):
        self.folder = folder
        self.jobs = {job.name: job for job in jobs}
        self.java = java
        self.sides = {"floor": folder / "floor", "perisco": folder / "perisco"}
        self.printed = 0
        self.arrived = 0
        self.sink = None
        self.generate(families)
        self.clear()
        for script in (ROOT / "src" / "bench" / "floor").glob("*.sql"):
            shutil.copy(script, self.sides["floor"])
        self.words = {"town": folder / "town", "folder": self.sides["perisco"], "family": "F000001"}
        self.choose_one()

    def generate(self, families):
        """The same bytes for the same number of families: kept until the generator changes."""
        generator = ROOT / "scripts" / "Sample.java"
        town = self.folder / "town"
        if town.exists() and town.stat().st_mtime > generator.stat().st_mtime:
            return
        print(f"Writing a town of {families:,} families…", file=sys.stderr)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.sides["perisco"].mkdir(parents=True)
        subprocess.run([ROOT / "scripts" / "sample", "--families", str(families), "-o", self.folder / "unfinished",
                        "--floor", self.sides["floor"]], check=True, stdout=subprocess.DEVNULL)
        (self.folder / "unfinished").rename(town)

    def choose_one(self):
        """The first child: a year without its weeks is prepared, for its first week to be booked alone."""
        with open(self.folder / "town" / "weeks.csv", encoding="utf-8") as file:
            header, *lines = file.read().splitlines()
        child = min(lines).split(";")[0]
        own = [line for line in lines if line.startswith(child + ";")]
        (self.sides["perisco"] / "others.csv").write_text(
            "\n".join([header, *(line for line in lines if line not in own)]) + "\n", encoding="utf-8")
        week = dict(zip(header.split(";"), own[0].split(";")))
        a_day = {"mon": "13", "tue": "14", "thu": "16", "fri": "17"}[week["days"].split(",")[0]]
        self.words.update(week, day="2017-03-" + a_day)
        its = "SELECT id FROM registration WHERE child_id=(SELECT min(child_id) FROM registration)"
        (self.sides["floor"] / "hold_back.sql").write_text(
            f"DELETE FROM reservation WHERE registration_id IN ({its});\n"
            f"DELETE FROM week_pattern WHERE registration_id IN ({its}"
            f" AND unit_id<>(SELECT id FROM unit WHERE code='{week['unit']}'));\n")

    def clear(self):
        for folder in self.sides.values():
            for database in folder.glob("*.db*"):
                database.unlink()
        shutil.rmtree(self.sides["perisco"] / "pdf", ignore_errors=True)

    def database(self, side, name="race"):
        return self.sides[side] / f"{name}.db"

    def fresh(self, side, job):
        """Puts a copy of the database that the job starts from into its place, written out to the disk."""
        for left in self.sides[side].glob("race.db*"):
            left.unlink()
        shutil.rmtree(self.sides["perisco"] / "pdf", ignore_errors=True)
        if job.after:
            shutil.copyfile(self.result(side, job.after), self.database(side))
        os.sync()

    def result(self, side, name):
        """The database that a job leaves, by doing the job if it was not measured."""
        if not self.database(side, name).exists():
            self.fresh(side, self.jobs[name])
            self.do(side, self.jobs[name])
            self.keep(side, name)
        return self.database(side, name)

    def keep(self, side, name):
        self.database(side).rename(self.database(side, name))

    def do(self, side, job, java_options=""):
        folder = self.sides[side]
        if job.floor == SMTP:
            self.words["port"] = self.smtp_port()
            self.arrivals()
        if side == "perisco":
            words = [word.format(**self.words) for word in shlex.split(job.perisco)]
            spent = self.succeed([PERISCO, "--db", "race.db", *words], folder, java_options=java_options)
            self.arrived = self.arrivals() if job.floor == SMTP else 0
            return spent
        if job.floor == JAVA:
            return self.succeed(self.java, folder)
        if job.floor == SMTP:
            return self.send_only(folder)
        for script in job.floor.split():
            spent = self.succeed(["sqlite3", "-bail", "race.db"], folder, folder / script)
            same(f"complaints about {script}", (folder / "err").read_text(), "")
        return spent

    def succeed(self, command, folder, stdin=os.devnull, java_options=""):
        spent, code = run(command, folder, stdin, java_options)
        if code:
            complaints = (folder / "err").read_text(encoding="utf-8")
            if code == 2 and command[0] == PERISCO:
                raise Unavailable(complaints.splitlines()[0])
            raise Failed(f"exit {code}: {shlex.join(map(str, command))}\n{complaints[-2000:]}")
        return spent

    def smtp_port(self):
        """The port of a server on loopback that runs until the bench ends."""
        port = self.folder / "port"
        if self.sink is None:
            port.unlink(missing_ok=True)
            self.sink = subprocess.Popen([*SINK, "serve", port])
            atexit.register(self.sink.kill)
            while not port.exists() or not port.read_text():
                time.sleep(0.05)
        return port.read_text()

    def arrivals(self):
        """How many messages the server took since it was last asked."""
        return int(subprocess.run([*SINK, "count", self.smtp_port()], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout)

    def send_only(self, folder):
        """Sends one of perisco's own messages as often as there are families to write to."""
        outbox = folder / "outbox"
        if not outbox.exists():
            shutil.copyfile(self.result("perisco", "invoicing"), folder / "letter.db")
            self.succeed([PERISCO, "--db", "letter.db", "--now", "2017-04-01T08:00", "invoice", "send", "--month", "2017-03",
                          "--family", self.words["family"], "--outbox", outbox], folder)
        message = next(outbox.glob("*.eml"))
        families = self.ask("perisco", "SELECT count(*) FROM invoice i JOIN family f ON f.id=i.family_id"
                                       " WHERE i.month=201703 AND f.login IS NOT NULL", "invoicing")[0][0]
        return self.succeed([*SINK, "send", self.smtp_port(), families, message], folder)

    def race(self, job, runs):
        """What each run of each side took; the sides take turns, and turns in beginning."""
        spent = {side: [] for side in self.sides if side == "perisco" or job.floor}
        for turn in range(runs):
            for side in sorted(spent, reverse=turn % 2 == 1):
                self.fresh(side, job)
                spent[side].append(self.do(side, job))
        return spent

    # What each side has, and that it is the same. Each check says what it compared.

    def ask(self, side, sql, name="race"):
        answer = subprocess.run(["sqlite3", "-separator", ";", self.database(side, name), sql], check=True,
                                stdout=subprocess.PIPE, encoding="utf-8")
        return [line.split(";") for line in answer.stdout.splitlines()]

    def count(self, side, rows, name="race"):
        return int(self.ask(side, f"SELECT count(*) FROM {rows}", name)[0][0])

    def read(self, side, name):
        with open(self.sides[side] / name, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))

    def listed(self, command):
        words = command.format(**self.words).split()
        self.succeed([PERISCO, "--db", "race.db", "--format", "csv", *words], self.sides["perisco"])
        return self.read("perisco", "out")

    def families(self):
        rows = self.listed("family list")
        children = sum(int(row["children"]) for row in rows)
        same("families", self.count("floor", "family"), len(rows))
        same("children", self.count("floor", "child"), children)
        return f"{len(rows):,} families, {children:,} children"

    def registrations(self):
        registrations = self.count("perisco", "registration")
        same("registrations", registrations, self.count(
            "floor", "(SELECT DISTINCT child_id,activity_id FROM registration r JOIN unit u ON u.id=r.unit_id)"))
        return f"{registrations:,} registrations"

    def reservations(self):
        """How many each unit has on each day. perisco's rows hold sets of days, of which few are different."""
        floor = {(unit, day): int(count) for unit, day, count in self.ask(
            "floor", "SELECT u.code,day,count(*) FROM reservation v JOIN registration r ON r.id=v.registration_id"
                     " JOIN unit u ON u.id=r.unit_id GROUP BY 1,2")}
        perisco = Counter()
        for unit, month, days, count in self.ask(
                "perisco", "SELECT u.code,month,booked,count(*) FROM reservation_month m JOIN unit u ON u.id=m.unit_id"
                           " GROUP BY 1,2,3"):
            for day in (day for day in range(31) if int(days) >> day & 1):
                perisco[unit, f"{month}{day + 1:02}"] += int(count)
        same("reservations", sum(floor.values()), sum(perisco.values()))
        same("reservations of a unit on a day", floor, dict(perisco))
        return f"{sum(floor.values()):,} reservations, by unit and day"

    def term(self):
        days = sorted(row["date"].replace("-", "") for row in
                      self.listed("reservation list --child {child} --from 2016-09-01 --to 2017-08-31"))
        same("the child's days", [day for day, in self.ask(
            "floor", "SELECT day FROM reservation WHERE registration_id IN (SELECT id FROM registration"
                     " WHERE child_id=(SELECT min(child_id) FROM registration)) ORDER BY 1")], days)
        return f"{len(days)} days"

    def cancelled(self):
        rows = self.listed("reservation list --child {child} --unit {unit} --from {day} --to {day}")
        same("the day's state", ["cancelled"], [row["state"] for row in rows])
        return ""

    def invoices(self):
        floor = {family: int(total) for family, total in self.ask(
            "floor", "SELECT code,total FROM invoice i JOIN family f ON f.id=i.family_id WHERE month=201703")}
        perisco = {row["family"]: cents(row["amount"]) for row in self.listed("invoice list --month 2017-03")}
        same("invoices", len(floor), len(perisco))
        same("cents in all", sum(floor.values()), sum(perisco.values()))
        same("cents of each family", floor, perisco)
        return f"{len(floor):,} invoices, {sum(floor.values()):,} cents, by family"

    def references(self):
        floor = sorted(cents(row["montant"]) for row in self.read("floor", "refs.csv"))
        perisco = sorted(int(row["montant"]) for row in self.read("perisco", "references.csv"))
        same("payment references", len(floor), len(perisco))
        same("amounts to pay", floor, perisco)
        return f"{len(floor):,} references, {sum(floor):,} cents"

    def meals(self):
        with open(self.sides["floor"] / "out", encoding="utf-8") as file:
            rows = [row for row in csv.reader(file, delimiter=";") if len(row) == 4]  # a pragma answers too
        floor = {(school, diet): int(count) for school, _, diet, count in rows}
        perisco = {(row["school"], row["diet"]): int(row["meals"]) for row in self.read("perisco", "out")}
        same("meals", sum(floor.values()), sum(perisco.values()))
        same("meals of a school and diet", floor, perisco)
        return f"{sum(floor.values()):,} meals, by school and diet"

    def shown(self):
        same("the family shown", True, self.words["family"] in (self.sides["perisco"] / "out").read_text("utf-8"))
        return ""

    def mailed(self):
        rows = self.listed("mail queue")
        same("mails that arrived", self.arrived, len(rows))
        same("states of mails", ["sent"], sorted({row["state"] for row in rows}))
        self.printed = len(rows)
        return f"{len(rows):,} mails over one connection"

    def letters(self):
        self.printed = sum(1 for _ in (self.sides["perisco"] / "pdf").rglob("*.pdf"))
        same("letters", len(self.listed("invoice list --month 2017-03")), self.printed)
        return f"{self.printed:,} files"
