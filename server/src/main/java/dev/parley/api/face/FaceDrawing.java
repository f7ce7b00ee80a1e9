package dev.parley.api.face;

import java.util.List;
import java.util.Locale;

/// Draws faces as SVG: flat and calm, on a square that whoever shows it rounds. Nothing in it is
/// anything but shapes and colours.
public final class FaceDrawing {
  private static final List<String> BACKGROUNDS =
      List.of(
          "#e3c5bf", "#e2cbb4", "#ddd0ac", "#d3d5b0", "#c4d5b5", "#b8d6c5", "#b5d5d1", "#b9d2dc",
          "#bfcfe4", "#c8c9e8", "#d3c6e2", "#dfc4d4");
  private static final List<String> SKINS =
      List.of(
          "#f6dccb", "#f0cdb3", "#e5b795", "#d49e78", "#bd8157", "#9c6440", "#7a4b30", "#5b3724");
  private static final List<String> HAIRS =
      List.of(
          "#1f1a18", "#3a2a22", "#5c3b26", "#86552f", "#b98446", "#d9b26c", "#a34a2a", "#b9b6b1");
  private static final List<String> DYES =
      List.of(
          "#0b6b5d", "#2a5c9a", "#4b4fa8", "#74429c", "#94386f", "#9b3a2f", "#8f4a12", "#7a5600",
          "#3f6b1e", "#12657f", "#39424a", "#e7e2d6");
  private static final List<String> MOUTHS =
      List.of(
          "M28 36.2q4 3.4 8 0",
          "M28.5 36.6q3.5 2.2 7 0",
          "M28 35.8q4 4.8 8 0z",
          "M28.6 36.4q3.4 1.4 6.6-.2");
  private static final List<String> BROWS =
      List.of(
          "M25.2 25.6q2.2-1.4 4.4-.2M34.4 25.4q2.2-1.2 4.4.2",
          "M25.2 25.4h4.4M34.4 25.4h4.4",
          "M25 26q2.4-2.4 4.8-.8M34.2 25.2q2.4-1.6 4.8.8",
          "M25.2 25.8l4.4-.6M34.4 25.2l4.4.6");

  private FaceDrawing() {}

  /// The picture of a face.
  ///
  /// @param size width and height in pixels
  public static String svg(Face face, int size) {
    StringBuilder svg = new StringBuilder(2_000);
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"6 4 52 52\" width=\"%d\""
                + " height=\"%d\">",
            size,
            size));
    svg.append("<path fill=\"").append(of(BACKGROUNDS, face.background())).append('"');
    svg.append(" d=\"M0 0h64v64H0z\"/>");
    if (face.isRobot()) {
      robot(svg, face);
    } else {
      person(svg, face);
    }
    return svg.append("</svg>").toString();
  }

  private static String of(List<String> choices, int trait) {
    return choices.get(trait % choices.size());
  }

  private static void person(StringBuilder svg, Face face) {
    String skin = of(SKINS, face.skin());
    String hair = of(HAIRS, face.hairColour());
    HairCut cut = HairCut.of(face.hair());
    String colour = cut.isCloth() ? of(DYES, face.dye() + 3) : hair;
    fill(svg, colour, cut.behind());
    clothes(svg, face, skin);
    fill(svg, skin, "M20.2 27.6a2.5 2.9 0 1 0 1 5.4zM43.8 27.6a2.5 2.9 0 1 1-1 5.4z");
    fill(
        svg,
        skin,
        "M32 15.5c7.2 0 11.6 5.4 11.6 13S39 43 32 43s-11.6-6.9-11.6-14.5 4.4-13 11.6-13z");
    beard(svg, face, hair);
    features(svg, face);
    if (cut.isCloth()) {
      svg.append("<g fill-rule=\"evenodd\">");
    }
    fill(svg, colour, cut.before());
    if (cut.isCloth()) {
      svg.append("</g>");
    }
    if (face.extra() % 4 == 1 && !cut.isCloth()) {
      fill(svg, "#e9d9a4", "M19.5 34a1.1 1.1 0 1 0 .1 0zM44.5 34a1.1 1.1 0 1 0 .1 0z");
    }
    glasses(svg, face);
  }

  private static void clothes(StringBuilder svg, Face face, String skin) {
    String dye = of(DYES, face.dye());
    fill(svg, skin, "M27 39h10v10q-5 4.5-10 0z");
    shade(svg, "M27 41.500q5 3.5 10 0v2.600q-5 3.6-10 0z");
    fill(svg, dye, "M7 64c0-10.5 8-15.5 19.5-16.500q5.5 5 11 0C49 48.5 57 53.5 57 64z");
    switch (face.clothes() % 5) {
      case 1 -> fill(svg, "#f4f1ea", "M26.5 47.500l5.5 6.5 5.5-6.5 3 1.2-5.5 9-3-3.7-3 3.7-5.5-9z");
      case 2 -> shade(svg, "M24.5 47.800q7.5 8.4 15 0l2 .6q-9.5 11-19 0z");
      case 3 ->
          shade(svg, "M31.4 52h1.200v12h-1.200zM24.8 47.800l7.2 5.4 7.2-5.4 1.8.5-9 8.2-9-8.200z");
      case 4 -> shade(svg, "M8.4 57h47.200l.8 2.400H7.600z");
      default -> {}
    }
  }

  private static void beard(StringBuilder svg, Face face, String hair) {
    String path =
        switch (face.beard() % 6) {
          case 3 ->
              "M20.5 29c.6 3 1.5 4 3 4.2 2.5.3 4-.9 8.5-.9s6 1.2 8.5.9c1.5-.2 2.4-1.2 3-4.2"
                  + ".4 9-4.5 16.4-11.5 16.400S20.1 38 20.5 29z";
          case 4 -> "M27 34.600q2.6-1.9 5-.6 2.4-1.3 5 .6-2 1.5-5 .8-3 .7-5-.8z";
          case 5 -> "M28.5 38.900q3.5 1.6 7 0l-.6 3.600q-2.9 2.6-5.8 0z";
          default -> "";
        };
    fill(svg, hair, path);
  }

  private static void features(StringBuilder svg, Face face) {
    fill(svg, "#231c19", "M27.5 28a1.4 1.5 0 1 0 .1 0zM36.5 28a1.4 1.5 0 1 0 .1 0z");
    line(svg, "#231c19", 1.1, of(BROWS, face.brows()));
    line(svg, "#00000038", 1.0, "M32.3 29.800q.9 2.4-.9 2.8");
    boolean isOpen = face.mouth() % MOUTHS.size() == 2;
    if (isOpen) {
      fill(svg, "#fbf7f2", of(MOUTHS, face.mouth()));
    }
    line(svg, "#7a2f2a", isOpen ? 0.8 : 1.2, of(MOUTHS, face.mouth()));
  }

  private static void glasses(StringBuilder svg, Face face) {
    String path =
        switch (face.glasses() % 4) {
          case 2 ->
              "M31 29.500a3.6 3.6 0 1 1-.1-.5zM40.2 29.500a3.6 3.6 0 1 1-.1-.5z"
                  + "M31 29q1-.8 2 0M23.7 28.600l-3-.6M40.3 28.600l3-.6";
          case 3 ->
              "M23.6 26.800h7.400v5h-7.400zM33 26.800h7.400v5H33zM31 28.400h2M23.6 28l-3-.6M40.4 28l3-.6";
          default -> "";
        };
    line(svg, "#2b2724", 1.0, path);
  }

  private static void robot(StringBuilder svg, Face face) {
    String metal = of(DYES, face.dye());
    line(svg, metal, 2, "M32 16v-5");
    fill(svg, metal, "M32 7.500a2.6 2.6 0 1 0 .1 0zM15 30h4v10h-4zM45 30h4v10h-4z");
    fill(svg, metal, "M24 16h16q7 0 7 7v16q0 7-7 7H24q-7 0-7-7V23q0-7 7-7z");
    fill(svg, "#f4f1ea", "M25 22h14q4 0 4 4v6q0 4-4 4H25q-4 0-4-4v-6q0-4 4-4z");
    fill(
        svg,
        metal,
        "M27 26.500a2.6 2.6 0 1 0 .1 0zM37 26.500a2.6 2.6 0 1 0 .1 0zM12 64q2-14 20-14t20 14z");
    line(svg, "#f4f1ea", 1.6, "M27 41h10");
  }

  private static void fill(StringBuilder svg, String colour, String path) {
    if (!path.isEmpty()) {
      svg.append("<path fill=\"").append(colour).append("\" d=\"").append(path).append("\"/>");
    }
  }

  private static void shade(StringBuilder svg, String path) {
    fill(svg, "#00000026", path);
  }

  private static void line(StringBuilder svg, String colour, double width, String path) {
    if (!path.isEmpty()) {
      svg.append("<path fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke=\"")
          .append(colour)
          .append("\" stroke-width=\"")
          .append(width)
          .append("\" d=\"")
          .append(path)
          .append("\"/>");
    }
  }
}
