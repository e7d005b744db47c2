"""The same jobs one after the other on hand-written SQL, on a file and on a server, each time from an office that is opened anew."""
import shlex
import shutil
import statistics
import sys
import time

from sides import JAVA, PERISCO, SMTP, same

ORDER = ["setup", "import", "registrations", "weeks", "kitchen", "family", "invoicing", "export", "pdf", "mail", "cancel"]
SIDES = ["floor", "perisco", "server"]


class Engines:
    """One town, lived through on three sides that take turns at each job."""

    def __init__(self, town, url):
        self.town = town
        self.url = url
        self.begun = time.strftime("%Y%m%d%H%M%S")
        self.schemas = []
        self.folder = town.folder / "server"
        self.folder.mkdir(exist_ok=True)

    def measure(self, runs):
        """What each job took on each side: medians of seconds, none where a side does not do it."""
        spent = {name: {side: [] for side in SIDES} for name in ORDER}
        for run in range(runs):
            self.begin(run)
            for name in ORDER:
                for turn in range(len(SIDES)):
                    side = SIDES[(run + turn) % len(SIDES)]
                    job = self.town.jobs[name]
                    if side != "floor" or job.floor not in ("", SMTP):
                        spent[name][side].append(self.do(side, job).wall)
                self.compare(job)
            print(f"run {run + 1} of {runs}", file=sys.stderr)
        return [(self.town.jobs[name].title or name,
                 {side: statistics.median(each) for side, each in sides.items() if each}) for name, sides in spent.items()]

    def begin(self, run):
        self.town.clear()
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        self.schemas.append(f"bench_{self.begun}_{run + 1}")

    def do(self, side, job):
        if side != "server":
            return self.town.do(side, job)
        if job.floor == SMTP:
            self.town.words["port"] = self.town.smtp_port()
        words = {**self.town.words, "folder": self.folder}
        address = f"{self.url}{'&' if '?' in self.url else '?'}currentSchema={self.schemas[-1]}"
        command = [word.format(**words) for word in shlex.split(job.perisco)]
        return self.town.succeed([PERISCO, "--db", address, *command], self.folder)

    def compare(self, job):
        """What was printed, exported and counted is the same on all sides; sizes of letters are counted by the town's own check."""
        if job.name in ("kitchen", "family", "invoicing"):
            same(f"what {job.name} prints", *((folder / "out").read_text(encoding="utf-8")
                                              for folder in (self.town.sides["perisco"], self.folder)))
        if job.name == "export":
            same("references", *((folder / "references.csv").read_bytes() for folder in (self.town.sides["perisco"], self.folder)))
        if job.name == "pdf":
            same("letters", *({file.name: file.read_bytes() for file in (folder / "pdf").rglob("*.pdf")}
                              for folder in (self.town.sides["perisco"], self.folder)))
        if job.check and job.floor not in (JAVA, SMTP):
            getattr(self.town, job.check)()

    def left(self):
        return "; ".join(f"DROP SCHEMA {schema} CASCADE" for schema in self.schemas)
