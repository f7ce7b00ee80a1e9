package dev.parley.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log file of a server: a new one each day and at 50 MB, two weeks and 1 GB at most.
public final class ServerLog implements AutoCloseable {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%thread] %logger{36} %msg %kvp%n%ex";

  private final LoggerContext context;

  private ServerLog(LoggerContext context) {
    this.context = context;
  }

  /// Opens `parley.log` in `folder`; from now on everything of at least `level` goes there.
  public static ServerLog open(Path folder, String level) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setName("file");
    file.setFile(folder.resolve("parley.log").toString());
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
    rolling.setContext(context);
    rolling.setParent(file);
    rolling.setFileNamePattern(folder.resolve("parley.%d.%i.log.gz").toString());
    rolling.setMaxFileSize(FileSize.valueOf("50MB"));
    rolling.setMaxHistory(14);
    rolling.setTotalSizeCap(FileSize.valueOf("1GB"));
    rolling.start();
    file.setRollingPolicy(rolling);
    file.setEncoder(LogSetup.encoder(context, PATTERN));
    file.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(level));
    context.getLogger("org.flywaydb.core.internal.sqlscript").setLevel(Level.WARN);
    root.addAppender(file);
    return new ServerLog(context);
  }

  @Override
  public void close() {
    context.stop();
  }
}
