package dev.parley.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Client;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A server that answers where a request came from: address and scheme.
final class ClientsTest {
  private final Vertx vertx = Vertx.vertx();

  @Test
  void withoutAProxyTheConnectionSaysWhoComes() throws Exception {
    assertThat(seen(TrustedProxies.LOOPBACK)).isEqualTo("127.0.0.1 http");
  }

  @Test
  void aProxyOnThisMachineIsBelieved() throws Exception {
    assertThat(
            seen(
                TrustedProxies.LOOPBACK,
                "x-forwarded-for",
                "198.51.100.7, 203.0.113.9",
                "x-forwarded-proto",
                "https"))
        .isEqualTo("203.0.113.9 https");
  }

  @Test
  void whoIsNoProxyIsNotBelieved() throws Exception {
    String[] claims = {"x-forwarded-for", "203.0.113.9", "x-forwarded-proto", "https"};

    assertThat(seen(TrustedProxies.parse("10.0.0.0/8"), claims)).isEqualTo("127.0.0.1 http");
    assertThat(seen(TrustedProxies.parse("none"), claims)).isEqualTo("127.0.0.1 http");
  }

  @Test
  void behindTwoProxiesTheClientIsTheLastThatIsNeither() throws Exception {
    assertThat(
            seen(
                TrustedProxies.parse("127.0.0.1, 10.1.0.0/16"),
                "x-forwarded-for",
                "192.0.2.1, 203.0.113.9, 10.1.2.3"))
        .isEqualTo("203.0.113.9 http");
  }

  @Test
  void networksEndWhereTheirBitsEnd() {
    TrustedProxies proxies = TrustedProxies.parse("10.1.128.0/17,2001:db8::/33,192.0.2.5");

    assertThat(proxies.trusts("10.1.128.1")).isTrue();
    assertThat(proxies.trusts("10.1.127.255")).isFalse();
    assertThat(proxies.trusts("2001:db8:7fff::1")).isTrue();
    assertThat(proxies.trusts("2001:db8:8000::1")).isFalse();
    assertThat(proxies.trusts("192.0.2.5")).isTrue();
    assertThat(proxies.trusts("192.0.2.4")).isFalse();
    assertThat(proxies.trusts("localhost")).isFalse();
  }

  @Test
  void whatIsNotAnAddressCannotBeTrusted() {
    for (String wrong :
        new String[] {"proxy.acme.test", "10.0.0.0/33", "10.0.0.0/-1", "1,", "/8"}) {
      assertThatThrownBy(() -> TrustedProxies.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private String seen(TrustedProxies proxies, String... headers) throws Exception {
    Clients clients = new Clients(proxies);
    int port =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  Client client = clients.of(request);
                  String scheme = client.origin().substring(0, client.origin().indexOf(':'));
                  var _ = request.response().end(client.address() + " " + scheme);
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port));
    if (headers.length > 0) {
      var _ = request.headers(headers);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
