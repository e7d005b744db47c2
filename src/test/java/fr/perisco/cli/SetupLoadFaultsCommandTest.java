package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setup folder is judged whole: the mistakes of all its files are told at once, and nothing of it is kept. */
class SetupLoadFaultsCommandTest {
    @TempDir
    Path folder;

    private static FaultyFile settings() {
        FaultyFile file = new FaultyFile("setup/office.properties", "# the office", "");
        file.line("office.nom=Mairie").fault(1, "there is no setting office.nom; mend the name");
        file.line("office.zone=7").fault(2, "office.zone: “7” is no zone; write A, B or C");
        file.line("office.code=0-5")
                .fault(2, "office.code: “0-5” is no office code; write up to ten letters and digits");
        file.line("office.school-week=weekdays")
                .fault(2, "office.school-week: “weekdays” is no list of weekdays; write mon,tue,wed,thu,fri");
        file.line("office.alsace-moselle=maybe").fault(2, "office.alsace-moselle: “maybe”; write true or false");
        file.line("office.address=C:\\users\\mairie")
                .fault(
                        2,
                        "office.address: a backslash and a u that no four hexadecimal digits follow; write the letter itself, or two backslashes");
        file.line("office.name=\u001b[31mMairie").fault(2, "office.name: a control character (U+001B); take it out");
        file.line("office.phone=1");
        long first = file.lastLine();
        file.line("office.phone=2").fault(1, "office.phone stands on line " + first + " already; keep one");
        file.line("invoice.number=2016-{seq:4}")
                .fault(
                        2,
                        "invoice.number: “2016-{seq:4}” numbers no invoice; write letters, digits, {office}, {yy}, {mm} and {seq:4} at the end, 6 to 30 characters in all");
        file.line("invoice.due-days=un mois").fault(2, "invoice.due-days: “un mois” is no number of days; write 30");
        file.line("payfip.numcli=12345").fault(2, "payfip.numcli: “12345” is no PayFiP client; write its six digits");
        file.line("payfip.saisie=P").fault(2, "payfip.saisie: “P” is not known; write T, X, A or W");
        file.line("payfip.maximum=a lot").fault(2, "payfip.maximum: “a lot” is no amount; write 9999.99");
        file.line("payfip.url=javascript:alert(1)")
                .fault(
                        2,
                        "payfip.url: “javascript:alert(1)” is no web address; write the one that PayFiP gave, which begins with https");
        return file;
    }

    private static FaultyFile schools() {
        FaultyFile file = new FaultyFile("setup/schools.csv", "code;name", "S#;École #");
        file.row("code", "").fault("code", "code is empty; fill it in");
        file.row("code", "../S")
                .fault("code", "code: “../S” is no code; use letters, digits, dots, dashes and underscores");
        file.row("code", "SUD", "name", "").fault("name", "name is empty; fill it in");
        file.row("code", "SUD").fault("code", "code: SUD stands on line 4 already; keep one");
        return file;
    }

    private static FaultyFile activities() {
        FaultyFile file = new FaultyFile(
                "setup/activities.csv",
                "code;label;service;school;from;to;deadline;cancel_deadline",
                "A#;Activité #;Service;;2016-11-03;2017-07-07;3 school-days 09:00;");
        file.row("code", "BUS");
        file.row("code", "BUS").fault("code", "code: BUS stands on line 2 already; keep one");
        file.row("code", "school").fault("code", "code: school is a scope of closures; take another code");
        file.row("code", "A B")
                .fault("code", "code: “A B” is no code; use letters, digits, dots, dashes and underscores");
        file.row("label", "", "service", "")
                .fault("label", "label is empty; fill it in")
                .fault("service", "service is empty; fill it in");
        file.row("school", "NORD")
                .fault("school", "school: no school has the code NORD; mend it or add it to schools.csv");
        file.row("school", "SUD");
        file.row("from", "2017-07-08").fault("to", "to: Fri 2017-07-07 is before Sat 2017-07-08; swap the days");
        file.row("code", "BADDAY", "to", "").fault("to", "to is empty; fill it in");
        file.row("deadline", "3 days before", "cancel_deadline", "0 school-days 09:00")
                .fault(
                        "deadline",
                        "deadline: “3 days before” is no deadline; write 3 school-days 09:00, 2 working-days 12:00, 1 days 18:00, previous-week thu 12:00 or none")
                .fault(
                        "cancel_deadline",
                        "cancel_deadline: “0 school-days 09:00” is no deadline; write 3 school-days 09:00, 2 working-days 12:00, 1 days 18:00, previous-week thu 12:00 or none");
        return file;
    }

    private static FaultyFile units() {
        FaultyFile file = new FaultyFile(
                "setup/units.csv",
                "activity;code;label;days;term;capacity;tax_eligible;from;to",
                "BUS;U#;Unité #;mon,tue;school;;no;;");
        file.row("activity", "TRAM")
                .fault("activity", "activity: no activity has the code TRAM; mend it or add it to activities.csv");
        file.row("activity", "BADDAY", "from", "2018-01-01");
        file.row("code", "U/1")
                .fault("code", "code: “U/1” is no code; use letters, digits, dots, dashes and underscores");
        file.row("days", "every").fault("days", "days: “every” is no list of weekdays; write mon,tue,thu,fri");
        file.row("term", "summer").fault("term", "term: “summer” is not known; write school, holidays or both");
        file.row("capacity", "-1").fault("capacity", "capacity: “-1” is no whole number; write 2");
        file.row("tax_eligible", "perhaps")
                .fault("tax_eligible", "tax_eligible: “perhaps” is neither yes nor no; write yes or no");
        file.row("from", "2018-01-01")
                .fault("from", "from: activity BUS runs from Thu 2016-11-03 to Fri 2017-07-07; mend the days");
        file.row("to", "2016-11-02")
                .fault("to", "to: activity BUS runs from Thu 2016-11-03 to Fri 2017-07-07; mend the days");
        file.row("from", "2017-07-01", "to", "2017-06-30")
                .fault("to", "to: Fri 2017-06-30 is before Sat 2017-07-01; swap the days");
        file.row("code", "MATIN", "label", "Matin");
        long first = file.lastLine();
        file.row("code", "MATIN", "label", "Soir", "from", "2017-03-06")
                .fault(
                        "label",
                        "label: unit MATIN has another label or tax eligibility on line " + first + "; make them agree")
                .fault(
                        "from",
                        "from: unit MATIN has a period on line " + first
                                + " that overlaps; give each its own from and to");
        return file;
    }

    private static FaultyFile tariffs() {
        FaultyFile file = new FaultyFile(
                "setup/tariffs.csv",
                "activity;unit;valid_from;quotient_from;resident;price;rate;min;max;unbooked_surcharge",
                "BUS;MATIN;2016-09-01;#;;1.00;;;;");
        file.row("activity", "TRAM")
                .fault("activity", "activity: no activity has the code TRAM; mend it or add it to activities.csv");
        file.row("unit", "NUIT").fault("unit", "unit: no unit NUIT in activity BUS; mend it or add it to units.csv");
        file.row("valid_from", "").fault("valid_from", "valid_from is empty; fill it in");
        file.row("quotient_from", "-1")
                .fault("quotient_from", "quotient_from: “-1” is below zero; write 0 or more, such as 13.50");
        file.row("resident", "both").fault("resident", "resident: “both” is neither yes nor no; write yes or no");
        file.row("price", "").fault("price", "price: give a price or a rate, not both and not neither");
        file.row("price", "2,555")
                .fault("price", "price: “2,555” is not in whole cents; write two decimals at the most, such as 13.50");
        file.row("min", "1.00").fault("min", "min: bounds go with a rate; leave them empty or give the rate");
        file.row("price", "", "rate", "0.36", "min", "2.60")
                .fault("max", "max: a rate needs its lowest and highest price; give them");
        file.row("price", "", "rate", "0.36", "min", "4.50", "max", "2.60")
                .fault("max", "max: the highest price €2.60 is below the lowest €4.50; swap them");
        file.row("price", "", "rate", "0.36001", "min", "1", "max", "2")
                .fault(
                        "rate",
                        "rate: “0.36001” is no rate; write a percentage such as 0.36, four decimals at the most");
        file.row("unbooked_surcharge", "un")
                .fault(
                        "unbooked_surcharge",
                        "unbooked_surcharge: “un” is no amount; write digits with one comma or dot at the most, such as 1234.50");
        file.row("quotient_from", "623");
        long first = file.lastLine();
        file.row("quotient_from", "623.00", "resident", "yes")
                .fault(
                        "resident",
                        "resident: the same band stands on line " + first + " for the same families; keep one");
        return file;
    }

    private static FaultyFile calendar() {
        FaultyFile file = new FaultyFile(
                "setup/calendar.csv",
                "description;population;start_date;end_date;location;zones;annee_scolaire",
                "Vacances #;-;2016-12-17;2017-01-03;Bordeaux;Zone A;2016-2017");
        file.row("start_date", "17 décembre")
                .fault("start_date", "start_date: “17 décembre” is no day; write 2016-11-03 or 03/11/2016");
        file.row("start_date", "+12016-12-17T00:00:00Z")
                .fault("start_date", "start_date: Sat +12016-12-17 is out of range; mend the year")
                .fault("end_date", "end_date: Tue 2017-01-03 is before Sat +12016-12-17; swap the days");
        file.row("end_date", "2016-12-16")
                .fault("end_date", "end_date: Fri 2016-12-16 is before Sat 2016-12-17; swap the days");
        file.row("zones", "").fault("zones", "zones is empty; fill it in");
        file.row("annee_scolaire", "2016-2018", "end_date", "")
                .fault("annee_scolaire", "annee_scolaire: “2016-2018” is no school year; write 2016-2017");
        file.row("description", "Noël");
        long first = file.lastLine();
        file.row("description", "Noël", "end_date", "2017-01-04", "location", "Lyon")
                .fault(
                        "end_date",
                        "end_date: line " + first + " has the same holidays with another end; keep the right one");
        file.row("zones", "Polynésie", "start_date", "?", "annee_scolaire", "2016");
        file.row("population", "Enseignants", "end_date", "?");
        return file;
    }

    private static FaultyFile closures() {
        FaultyFile file = new FaultyFile(
                "setup/closures.csv", "from;to;scope;effect;reason", "2016-12-26;2016-12-30;all;closed;Fermeture");
        file.row();
        file.row();
        file.row("reason", "Travaux")
                .fault("reason", "reason: line 2 has the same closure with another reason; keep one");
        file.row("effect", "perhaps").fault("effect", "effect: “perhaps” is not known; write closed or open");
        file.row("from", "26/12").fault("from", "from: “26/12” is no day; write 2016-11-03 or 03/11/2016");
        file.row("to", "2016-12-25", "scope", "TRAM")
                .fault("to", "to: Sun 2016-12-25 is before Mon 2016-12-26; swap the days")
                .fault("scope", "scope: “TRAM” is neither school, nor all, nor an activity; write one of them");
        file.row("scope", "BUS");
        file.row("reason", "a\u0007").fault("reason", "reason: a control character (U+0007); take it out");
        return file;
    }

    @Test
    void everyMistakeOfEveryFileIsToldAndNothingIsWritten() {
        TestOffice office = TestOffice.empty(folder);
        List<String> expected = new ArrayList<>();
        for (FaultyFile file :
                List.of(settings(), schools(), activities(), units(), tariffs(), calendar(), closures())) {
            office.write(file.name(), file.text());
            file.faults().forEach(fault -> expected.add(office.file(fault).toString()));
        }
        byte[] before = office.database();

        Answer answer = office.run("setup", "load", "setup");

        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.errLines().subList(0, answer.errLines().size() - 1)).containsExactlyElementsOf(expected);
        assertThat(answer.errLines()).last().isEqualTo("%d faults: nothing was changed".formatted(expected.size()));
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.run("setup", "load", "setup", "--dry-run")).isEqualTo(answer);
    }

    @Test
    void aFolderThatIsNotThereIsUnavailableAndAnEmptyOneIsBadData() {
        TestOffice office = TestOffice.empty(folder);
        office.write("nothing/readme.txt", "");

        assertThat(office.run("setup", "load", "nowhere").err()).contains("nowhere: there is no such folder");
        assertThat(office.run("setup", "load", "nothing").err()).contains("nothing:0:0: the folder holds none of");
        assertThat(office.run("setup", "load", "nowhere").exit()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(office.run("setup", "load", "nothing").exit()).isEqualTo(ExitCode.BAD_DATA);
    }
}
