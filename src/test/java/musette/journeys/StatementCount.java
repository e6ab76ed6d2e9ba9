package musette.journeys;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Stands before the database of a house under test and counts what it is asked.
final class StatementCount implements BeanPostProcessor {
    private final AtomicInteger statements = new AtomicInteger();

    /// How many statements were prepared since the last time this was asked.
    int since() {
        return statements.getAndSet(0);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counted(DataSource.class, source) : bean;
    }

    /// Only what answers a request is part of a page: the house's own clockwork asks now and then.
    private static boolean isOfARequest() {
        return Thread.currentThread().getName().startsWith("tomcat-handler-");
    }

    private <T> T counted(Class<T> type, T inner) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("prepareStatement") && isOfARequest()) {
                                statements.incrementAndGet();
                            }
                            try {
                                var answer = method.invoke(inner, arguments);
                                return answer instanceof Connection connection
                                        ? counted(Connection.class, connection)
                                        : answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
