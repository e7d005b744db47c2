package fr.perisco.workflow;

import fr.perisco.domain.credential.CredentialFamily;
import fr.perisco.domain.credential.TemporaryPassword;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/** Draws passwords and hashes them, one a core at a time: a good hash is slow, and some hundreds take seconds. */
final class PasswordDraw {
    private final RandomGenerator random;
    private final Watcher watcher;

    /**
     * @param random a secure source, fit for several threads
     */
    PasswordDraw(RandomGenerator random, Watcher watcher) {
        this.random = random;
        this.watcher = watcher;
    }

    /** A password for each family, by the families' keys. */
    Map<Long, DrawnPassword> drawFor(List<CredentialFamily> families) {
        Map<Long, DrawnPassword> drawn = new HashMap<>();
        if (families.isEmpty()) {
            return drawn;
        }
        watcher.begin(families.size());
        List<TemporaryPassword> passwords =
                families.stream().map(family -> TemporaryPassword.draw(random)).toList();
        List<Future<DrawnPassword>> hashed = new ArrayList<>();
        ExecutorService hashers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            for (TemporaryPassword password : passwords) {
                hashed.add(hashers.submit(() -> {
                    DrawnPassword result = new DrawnPassword(password, random);
                    watcher.step();
                    return result;
                }));
            }
            for (int i = 0; i < families.size(); i++) {
                drawn.put(families.get(i).id(), hashed.get(i).get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            hashers.shutdownNow();
        }
        return drawn;
    }
}
