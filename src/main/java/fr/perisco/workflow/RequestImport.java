package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.PortalRequest;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.RequestCsv;
import fr.perisco.store.Journal;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RequestInbox;
import fr.perisco.store.RequestInbox.Filed;
import fr.perisco.store.RequestStore;
import fr.perisco.store.RollStore;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files what the portal collected. Whatever reads well is kept, even where its codes name nothing: what becomes of it is said
 * when it is judged.
 */
public final class RequestImport {
    private static final Comparator<PortalRequest> BY_MOMENT = Comparator.comparing(PortalRequest::submittedAt);

    /**
     * What was filed.
     *
     * @param waiting how many days and weeks wait to be judged now, from this file and earlier ones
     */
    public record Report(ImportReport requests, int waiting) {}

    private final Office office;
    private final RequestInbox inbox;

    public RequestImport(Office office) {
        this.office = office;
        this.inbox = new RequestInbox(office.database());
    }

    /**
     * @throws fr.perisco.domain.reason.BadInput with every fault, unless the rows that have any may be set aside
     */
    public Report load(ImportFile file) {
        Parsed<PortalRequest> parsed = RequestCsv.read(file.content(), file.source(), file.charset());
        return office.act("import requests", null, journal -> {
            file.requireLoadable(parsed);
            List<PortalRequest> asked =
                    parsed.acceptedRows().stream().map(Parsed.Row::good).toList();
            Set<PortalRequest> added = new LinkedHashSet<>(asked);
            if (!asked.isEmpty()) {
                added.removeAll(inbox.known(
                        Collections.min(asked, BY_MOMENT).submittedAt(),
                        Collections.max(asked, BY_MOMENT).submittedAt()));
            }
            file(added, journal);
            file.writeRejected(parsed, office);
            ImportReport report = new ImportReport(
                    List.of(new ImportReport.Counts(
                            "requests",
                            added.size(),
                            0,
                            asked.size() - added.size(),
                            0,
                            parsed.rejectedRows().size())),
                    added.stream().map(RequestImport::difference).toList(),
                    parsed.faults(),
                    parsed.unknownColumns());
            return new Report(report, new RequestStore(office.database()).countUndecided());
        });
    }

    private static ImportReport.Difference difference(PortalRequest request) {
        LocalDate day = request.day();
        return new ImportReport.Difference(
                ImportReport.Difference.NEW,
                "request",
                Stream.of(
                                request.child(),
                                request.activity(),
                                request.unit(),
                                day == null ? "" : day.toString(),
                                request.submittedAt().toString(),
                                request.login())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" ")),
                "action",
                null,
                request.action().code());
    }

    private void file(Set<PortalRequest> added, Journal journal) {
        if (added.isEmpty()) {
            return;
        }
        Roll roll = new Roll();
        inbox.insertDays(
                added.stream()
                        .filter(request -> !request.action().asksForDocument())
                        .map(roll::filed)
                        .toList(),
                journal);
        inbox.insertDocuments(
                added.stream()
                        .filter(request -> request.action().asksForDocument())
                        .toList(),
                journal);
    }

    /** Finds where a request is shown while nobody has decided. */
    private final class Roll {
        private final Map<String, Unit> units = new HashMap<>();
        private final Map<String, Long> children;
        private final Map<String, String> logins;
        private final Map<String, Long> families;
        private final Map<Long, List<Registration>> registrations;
        private final SecondPayers payers = new SecondPayers(office);

        Roll() {
            new SetupStore(office.database())
                    .units()
                    .forEach(unit -> units.put(unit.activity().code() + " " + unit.code(), unit));
            RollStore roll = new RollStore(office.database());
            children = roll.children();
            logins = roll.logins();
            families = roll.families();
            registrations = new RegistrationStore(office.database()).byChild();
        }

        Filed filed(PortalRequest request) {
            Unit unit = units.get(request.activity() + " " + request.unit());
            return unit == null
                    ? new Filed(request, null, null)
                    : new Filed(request, registrationId(request, unit), unit.id());
        }

        private @Nullable Long registrationId(PortalRequest request, Unit unit) {
            String family = logins.get(request.login());
            Long child = children.get(request.child());
            if (family == null || child == null) {
                return null;
            }
            long payer = Objects.requireNonNull(families.get(family));
            LocalDate day = Objects.requireNonNull(request.day());
            return registrations.getOrDefault(child, List.of()).stream()
                    .filter(row -> payers.pays(payer, row)
                            && row.activityId() == unit.activity().id()
                            && row.covers(day))
                    .map(Registration::id)
                    .findFirst()
                    .orElse(null);
        }
    }
}
