package fr.perisco;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Of a test that is about the database file itself, and the reason why there is no such thing on a server. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnlyOnFile.Condition.class)
public @interface OnlyOnFile {
    String value();

    /** Skips it on a server; a class test by test, so that they are counted. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getTestMethod()
                    .filter(method -> TestDatabase.isOnServer())
                    .flatMap(method -> AnnotationSupport.findAnnotation(method, OnlyOnFile.class)
                            .or(() -> AnnotationSupport.findAnnotation(context.getTestClass(), OnlyOnFile.class)))
                    .map(only -> ConditionEvaluationResult.disabled(only.value()))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("on any engine"));
        }
    }
}
