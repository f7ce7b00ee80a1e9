package dev.parley.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.websocket.ClientFrames;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.FileInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The take-over on a server that speaks TLS and HTTP/2 on the same port.
class GatewayTlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir private Path directory;

  @Test
  void aSocketIsTakenOverInsideTlsAndPagesComeByHttp2Beside() throws Exception {
    String store = keyStore();
    SSLContext tls = trusting(store);
    HttpServerOptions options =
        new HttpServerOptions()
            .setSsl(true)
            .setUseAlpn(true)
            .setKeyCertOptions(new PfxOptions().setPath(store).setPassword(PASSWORD));
    try (GatewayFixture world = new GatewayFixture(GatewayConfig.defaults("test"), options);
        TestClient alice = new TestClient(socket(tls, world.port))) {
      alice.handshake(
          "8", ClientFrames.text("{\"type\":\"resume\",\"id\":1,\"epoch\":1,\"streams\":{}}"));
      assertThat(alice.readHead()).startsWith("HTTP/1.1 101");
      assertThat(alice.read()).contains("hello");
      assertThat(alice.read()).contains("resumed");

      HttpResponse<String> page = get(tls, world.port, "/page");
      assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(get(tls, world.port, "/ws?ticket=8").statusCode()).isEqualTo(400);

      alice.send("{\"type\":\"ping\",\"id\":2}");
      assertThat(alice.read()).contains("pong");
    }
  }

  @Test
  void aPageIsServedInsideTlsByHttp1Too() throws Exception {
    String store = keyStore();
    SSLContext tls = trusting(store);
    HttpServerOptions options =
        new HttpServerOptions()
            .setSsl(true)
            .setUseAlpn(true)
            .setKeyCertOptions(new PfxOptions().setPath(store).setPassword(PASSWORD));
    try (GatewayFixture world = new GatewayFixture(GatewayConfig.defaults("test"), options);
        TestClient page = new TestClient(socket(tls, world.port))) {
      page.write("GET /page HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));

      assertThat(page.readHead()).startsWith("HTTP/1.1 200");
    }
  }

  private static HttpResponse<String> get(SSLContext tls, int port, String path) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("https://localhost:" + port + path)).build(),
          BodyHandlers.ofString());
    }
  }

  private static SSLSocket socket(SSLContext tls, int port) throws Exception {
    return (SSLSocket) tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
  }

  private static SSLContext trusting(String store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /// Makes a key and its certificate by the tool that comes with the JDK.
  private String keyStore() throws Exception {
    String store = directory.resolve("tls.p12").toString();
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    int result =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "parley",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store,
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start()
            .waitFor();
    assertThat(result).isZero();
    return store;
  }
}
