package fr.perisco.fuzz;

import static fr.perisco.fuzz.Target.require;

import fr.perisco.cli.Sentences;
import fr.perisco.domain.activity.Term;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.calendar.WrittenDay;
import fr.perisco.domain.calendar.WrittenMoment;
import fr.perisco.domain.calendar.WrittenMonth;
import fr.perisco.domain.calendar.WrittenTime;
import fr.perisco.domain.consumption.SecondShare;
import fr.perisco.domain.credential.CredentialState;
import fr.perisco.domain.credential.Login;
import fr.perisco.domain.family.HealthKind;
import fr.perisco.domain.family.Level;
import fr.perisco.domain.invoice.NumberPattern;
import fr.perisco.domain.mail.MailAddress;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailServer;
import fr.perisco.domain.mail.MailState;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.money.WrittenAmount;
import fr.perisco.domain.office.BackupName;
import fr.perisco.domain.office.BackupTerm;
import fr.perisco.domain.payment.PayFipClock;
import fr.perisco.domain.payment.PayFipResult;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.payment.TaxYear;
import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.domain.reservation.Attendance;
import fr.perisco.domain.reservation.DayState;
import fr.perisco.domain.reservation.RequestAction;
import fr.perisco.domain.reservation.WeekParity;
import fr.perisco.store.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The short texts of a field or an option: each reads or does not, and what reads is read back from what is written of it. */
final class TextTargets {
    private static final LocalDate DAY = LocalDate.of(2016, 11, 3);

    private TextTargets() {}

    private interface Parser<T> extends Function<String, Optional<T>> {}

    static List<Target> all() {
        return List.of(
                text("weekdays", Weekdays::parse, Weekdays::toString),
                text("school-year", SchoolYear::parse, TextTargets::written),
                text("day", WrittenDay::parse, LocalDate::toString),
                text("moment", WrittenMoment::parse, Object::toString),
                text("moment-in-file", WrittenMoment::parseInFile, Object::toString),
                text("month", WrittenMonth::parse, Object::toString),
                text("time", WrittenTime::parse, Object::toString),
                text("notice-period", NoticePeriod::parse, Object::toString),
                text("number-pattern", NumberPattern::parse, TextTargets::written),
                text("amount", WrittenAmount::parse, Money::toString),
                text("second-share", SecondShare::parse, SecondShare::written),
                text("backup-term", BackupTerm::parse, TextTargets::written),
                text("backup-name", BackupName::moment, BackupName::at),
                text("mail-address", MailAddress::parse, TextTargets::written),
                new Target("mail-server", bytes -> judgeServer(text(bytes))),
                text("tax-year", TaxYear::parse, year -> Integer.toString(year.year())),
                text("payfip-day", PayFipClock::day, LocalDate::toString),
                text("payfip-time", PayFipClock::time, Object::toString),
                new Target("email", bytes -> judgeEmail(text(bytes))),
                new Target("password-hash", bytes -> judgeHash(text(bytes))),
                new Target("codes", bytes -> judgeCodes(text(bytes))));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static <T> Target text(String name, Parser<T> parser, Function<T, String> writer) {
        return new Target(name, bytes -> judge(parser, writer, text(bytes)));
    }

    private static <T> void judge(Parser<T> parser, Function<T, String> writer, String text) {
        parser.apply(text).ifPresent(value -> {
            String written = writer.apply(value);
            Optional<T> again = parser.apply(written);
            require(again.equals(Optional.of(value)), () -> value + " is written " + written + " and read " + again);
        });
    }

    private static String written(SchoolYear year) {
        require(year.firstDay().isBefore(year.lastDay()), () -> year + " ends before it begins");
        require(SchoolYear.of(year.lastDay()).equals(year), () -> year + " does not hold its last day");
        return year.toString();
    }

    private static String written(NumberPattern pattern) {
        String number = pattern.number(pattern.prefix("05", DAY), pattern.highestSequence());
        require(number.matches("[A-Za-z0-9]+"), () -> pattern + " numbers " + number);
        return pattern.beforeSequence() + "{seq:" + pattern.digits() + "}";
    }

    private static String written(BackupTerm term) {
        return term.count() + term.rhythm().name().substring(0, 1);
    }

    private static String written(MailAddress address) {
        judgeEmail(address.address());
        require(address.address().endsWith("@" + address.domain()), () -> address + " is of " + address.domain());
        return address.name().isEmpty() ? address.address() : "\"" + address.name() + "\" <" + address.address() + ">";
    }

    private static void judgeEmail(String text) {
        if (Login.isEmail(text)) {
            require(
                    text.indexOf('@') > 0 && text.indexOf('@') == text.lastIndexOf('@') && Login.isEmail(small(text)),
                    () -> text + " is no address");
        }
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Nothing before an {@code @} is ever repeated: it may be a password. */
    private static void judgeServer(String text) {
        MailServer server;
        try {
            server = MailServer.parse(text);
        } catch (Misused e) {
            Sentences.requireTold(e.reason());
            require(
                    e.reason().details().stream()
                            .noneMatch(detail -> detail.toString().contains("@")),
                    () -> text + " is repeated: " + e.reason());
            return;
        }
        String scheme = server.security() == MailServer.Security.TLS ? "smtps://" : "smtp://";
        String query = server.security() == MailServer.Security.NONE ? "?starttls=none" : "";
        require(MailServer.parse(scheme + server + query).equals(server), () -> text + " was read as " + server);
    }

    /** What is no hash is refused without being repeated, and nothing takes a machine's memory or an hour. */
    private static void judgeHash(String text) {
        try {
            PasswordHash.matches("x", text);
        } catch (IllegalArgumentException e) {
            require(
                    "not an Argon2id hash in the PHC format".equals(e.getMessage()),
                    () -> text + " is refused with " + e.getMessage());
        }
    }

    private static void judgeCodes(String text) {
        judge(Level::parse, Level::name, text);
        judge(Level::ofClass, Level::name, text);
        judge(Term::parse, Term::code, text);
        judge(WeekParity::parse, WeekParity::code, text);
        judge(Attendance::parse, Attendance::code, text);
        judge(RequestAction::parse, RequestAction::code, text);
        judge(DayState::parse, DayState::code, text);
        judge(PaymentMethod::parse, PaymentMethod::code, text);
        judge(PayFipResult::parse, PayFipResult::letter, text);
        judge(RegistrationState::parse, RegistrationState::code, text);
        judge(MailKind::parse, MailKind::code, text);
        judge(MailState::parse, MailState::code, text);
        judge(CredentialState::parse, CredentialState::code, text);
        judge(HealthKind::parse, HealthKind::code, text);
    }
}
