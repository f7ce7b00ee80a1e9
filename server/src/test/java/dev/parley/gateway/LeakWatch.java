package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import org.slf4j.LoggerFactory;

/// Has every buffer tracked while it is open, and fails on closing if one was collected unreleased.
final class LeakWatch implements AutoCloseable {
  private final Logger logger = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
  private final ListAppender<ILoggingEvent> reports = new ListAppender<>();

  LeakWatch() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    reports.start();
    logger.addAppender(reports);
  }

  @Override
  public void close() {
    System.gc();
    boolean released = ByteBufAllocator.DEFAULT.directBuffer(1).release();
    logger.detachAppender(reports);
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE);
    assertThat(released).isTrue();
    assertThat(reports.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
  }
}
