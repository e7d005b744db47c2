import java.lang.management.ManagementFactory;

/** A Java that does nothing: what a short command's start is measured against. Given arguments, it says how it was started. */
final class EmptyJvm {
    private EmptyJvm() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            System.out.println(System.getProperty("java.home") + "/bin/java");
            ManagementFactory.getRuntimeMXBean().getInputArguments().forEach(System.out::println);
        }
    }
}
