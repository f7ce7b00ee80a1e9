package dev.parley.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What is kept of credentials, and what is not.
final class CredentialCacheTest {
  private static final WorkspaceId ACME = new WorkspaceId(1);
  private static final UserId ANN = new UserId(2);

  private final CredentialCache<String> cache = new CredentialCache<>(_ -> ANN);
  private final AtomicInteger reads = new AtomicInteger();

  private Optional<String> get() {
    return cache.get(ACME, 7, () -> Optional.of("reading " + reads.incrementAndGet()));
  }

  @Test
  void aCredentialIsReadOnceUntilItIsForgotten() {
    assertThat(get()).contains("reading 1");
    assertThat(get()).contains("reading 1");
    cache.forget(ACME, 7);
    assertThat(get()).contains("reading 2");
    cache.forget(ACME, ANN);
    assertThat(get()).contains("reading 3");
  }

  @Test
  void whatWasBeingReadWhenItEndedIsNotKept() {
    var _ =
        cache.get(
            ACME,
            7,
            () -> {
              cache.forget(ACME, ANN);
              return Optional.of("still valid");
            });
    var _ =
        cache.get(
            ACME,
            8,
            () -> {
              cache.forget(ACME, 8);
              return Optional.of("still valid");
            });

    assertThat(get()).contains("reading 1");
    assertThat(cache.get(ACME, 8, Optional::empty)).isEmpty();
  }

  @Test
  void whatIsNotThereIsAskedForAgain() {
    assertThat(cache.get(ACME, 7, Optional::empty)).isEmpty();
    assertThat(get()).contains("reading 1");
  }
}
