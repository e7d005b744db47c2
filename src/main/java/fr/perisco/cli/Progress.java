package fr.perisco.cli;

import fr.perisco.workflow.Watcher;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on stderr, for a person at a terminal only. */
final class Progress implements Watcher, AutoCloseable {
    private static final int UPDATE_MS = 200;

    /** Left to find it out, the library would run stty and whatever is called {@code test} on the path. */
    private static final int WIDTH = 79;

    private final Desk desk;
    private @Nullable ProgressBar bar;

    private Progress(Desk desk) {
        this.desk = desk;
    }

    static Progress of(Desk desk) {
        return new Progress(desk);
    }

    @Override
    public void begin(long total) {
        if (desk.showsProgress()) {
            bar = new ProgressBarBuilder()
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_MS)
                    .setConsumer(
                            new ConsoleProgressBarConsumer(desk.surroundings().err(), WIDTH))
                    .build();
        }
    }

    @Override
    public void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
