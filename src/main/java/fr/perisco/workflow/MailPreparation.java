package fr.perisco.workflow;

import fr.perisco.domain.mail.Delivery;
import fr.perisco.domain.mail.Delivery.Outcome;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.CredentialStore;
import fr.perisco.store.MailStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Makes mails ahead of the one who sends them, on all cores: drawing PDFs and hashing passwords takes longer than sending. */
final class MailPreparation implements AutoCloseable {
    /** Mails made ahead, which bounds the memory. */
    private static final int AHEAD = 64;

    /** A mail, made or being made; or why there is nothing to send. */
    static final class Prepared {
        private final QueuedMail mail;
        private final @Nullable Future<MailDraft> draft;
        private final @Nullable Delivery instead;

        private Prepared(QueuedMail mail, @Nullable Future<MailDraft> draft, @Nullable Delivery instead) {
            this.mail = mail;
            this.draft = draft;
            this.instead = instead;
        }

        QueuedMail mail() {
            return mail;
        }

        /** What it comes to without being sent; null when it is to be sent. */
        @Nullable
        Delivery instead() {
            if (draft == null) {
                return instead;
            }
            try {
                draft.get();
                return null;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Refused refused) {
                    return notMade(refused);
                }
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** The mail, only when there is nothing instead of it. */
        MailDraft draft() {
            try {
                if (draft == null) {
                    throw new IllegalStateException("nothing to send");
                }
                return draft.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private final Office office;
    private final MailLetters letters;
    private final CredentialStore credentials;
    private final MailStore mails;
    private final Iterator<QueuedMail> rest;
    private final Deque<Prepared> ready = new ArrayDeque<>();
    private final ExecutorService makers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    MailPreparation(Office office, MailLetters letters, List<QueuedMail> mails) {
        this.office = office;
        this.letters = letters;
        this.credentials = new CredentialStore(office.database());
        this.mails = new MailStore(office.database());
        this.rest = mails.iterator();
    }

    /** The next mails; fewer, and in the end none, when there are no more. */
    List<Prepared> next(int count) {
        if (ready.size() <= AHEAD / 2 && rest.hasNext()) {
            office.read(() -> {
                List<QueuedMail> more = new ArrayList<>();
                while (ready.size() + more.size() < AHEAD && rest.hasNext()) {
                    more.add(rest.next());
                }
                letters.readAhead(more);
                more.forEach(mail -> ready.add(prepare(mail)));
                return null;
            });
        }
        List<Prepared> next = new ArrayList<>();
        while (next.size() < count && !ready.isEmpty()) {
            next.add(ready.remove());
        }
        return next;
    }

    private Prepared prepare(QueuedMail queued) {
        String address = letters.addressOf(queued);
        if (queued.kind() == MailKind.CREDENTIAL) {
            Optional<Reason> unneeded = unneeded(queued);
            if (unneeded.isPresent()) {
                return new Prepared(queued, null, Delivery.of(Outcome.NOT_NEEDED, unneeded.get()));
            }
        }
        if (address.isEmpty()) {
            return new Prepared(queued, null, notMade(Refused.because("mail.no-address-left")));
        }
        QueuedMail mail = queued.to(address);
        try {
            Callable<MailDraft> making = letters.of(mail);
            return new Prepared(mail, makers.submit(making), null);
        } catch (Refused refused) {
            return new Prepared(mail, null, notMade(refused));
        }
    }

    /** Why a password is not to be drawn any more: it would end one that was given since. */
    private Optional<Reason> unneeded(QueuedMail mail) {
        if (!mail.subject().renews() && credentials.find(mail.familyId()).isPresent()) {
            return Optional.of(Reason.of("mail.has-password"));
        }
        if (mails.isOvertaken(mail)) {
            return Optional.of(Reason.of("mail.has-newer-password"));
        }
        return letters.hasLogin(mail) ? Optional.empty() : Optional.of(Reason.of("mail.no-login-left"));
    }

    private static Delivery notMade(Refused refused) {
        return Delivery.of(Outcome.NOT_MADE, refused.reasons().get(0));
    }

    @Override
    public void close() {
        makers.shutdownNow();
    }
}
