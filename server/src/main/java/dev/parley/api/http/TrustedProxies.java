package dev.parley.api.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// The reverse proxies in front of this server, by address. Only what they say in `X-Forwarded-For`
/// and `X-Forwarded-Proto` is believed: anybody else could claim to be somebody else, or to have
/// come over TLS.
public record TrustedProxies(List<Network> networks) {
  /// Programs on this machine.
  public static final TrustedProxies LOOPBACK = parse("127.0.0.0/8, ::1");

  private static final String NOBODY = "none";

  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /// Reads addresses and networks such as `10.0.0.0/8`, with commas, or `none`.
  ///
  /// @throws IllegalArgumentException if one is not an address
  public static TrustedProxies parse(String text) {
    if (text.strip().equals(NOBODY)) {
      return new TrustedProxies(List.of());
    }
    return new TrustedProxies(
        Arrays.stream(text.split(",", -1)).map(String::strip).map(Network::parse).toList());
  }

  /// Whether an address is one of theirs. What is not an address is nobody's; no name is looked up.
  boolean trusts(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return networks.stream().anyMatch(network -> network.contains(bytes));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// The addresses that begin with the same bits.
  ///
  /// @param first one of them
  /// @param bits how many bits are the same
  public record Network(InetAddress first, int bits) {

    public Network {
      if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
        throw new IllegalArgumentException(first.getHostAddress() + "/" + bits);
      }
    }

    private static Network parse(String text) {
      int slash = text.indexOf('/');
      InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      int all = first.getAddress().length * Byte.SIZE;
      return new Network(first, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
    }

    private boolean contains(byte[] address) {
      byte[] mine = first.getAddress();
      if (mine.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % Byte.SIZE;
        if (((mine[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
