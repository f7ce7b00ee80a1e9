package dev.parley.api.face;

import java.util.Optional;
import java.util.regex.Pattern;

/// A face by its traits, each a number from 0 to 15 of which [FaceDrawing] takes as much as there
/// are choices.
///
/// The code is `d`, for a person, or `r`, for a robot, and a hexadecimal digit for each trait. An
/// `avatar_hash` of that form says that somebody has such a face.
///
/// @param isRobot whether it is a program's
/// @param background the colour behind it
/// @param hair its cut; some numbers cover the hair
/// @param clothes their cut
/// @param dye the clothes' colour
public record Face(
    boolean isRobot,
    int background,
    int skin,
    int hair,
    int hairColour,
    int clothes,
    int dye,
    int glasses,
    int beard,
    int mouth,
    int brows,
    int extra) {
  private static final Pattern CODE = Pattern.compile("[dr][0-9a-f]{11}");
  private static final int MOST = 15;

  public Face {
    int[] traits = {
      background, skin, hair, hairColour, clothes, dye, glasses, beard, mouth, brows, extra
    };
    for (int trait : traits) {
      if (trait < 0 || trait > MOST) {
        throw new IllegalArgumentException("trait: " + trait + " (expected: 0 to " + MOST + ")");
      }
    }
  }

  /// Reads a code; anything else is an empty result.
  public static Optional<Face> parse(String code) {
    if (!CODE.matcher(code).matches()) {
      return Optional.empty();
    }
    int[] traits = code.chars().skip(1).map(digit -> Character.digit(digit, 16)).toArray();
    return Optional.of(
        new Face(
            code.charAt(0) == 'r',
            traits[0],
            traits[1],
            traits[2],
            traits[3],
            traits[4],
            traits[5],
            traits[6],
            traits[7],
            traits[8],
            traits[9],
            traits[10]));
  }

  public String code() {
    StringBuilder code = new StringBuilder(isRobot ? "r" : "d");
    int[] traits = {
      background, skin, hair, hairColour, clothes, dye, glasses, beard, mouth, brows, extra
    };
    for (int trait : traits) {
      code.append(Character.forDigit(trait, 16));
    }
    return code.toString();
  }
}
