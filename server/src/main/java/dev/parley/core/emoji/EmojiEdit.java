package dev.parley.core.emoji;

import dev.parley.core.picture.Picture;
import dev.parley.core.picture.PictureAddress;
import dev.parley.kernel.EmojiId;
import dev.parley.kernel.Refusal;
import java.util.regex.Pattern;

/// One change of a workspace's emoji. Names are without colons.
public sealed interface EmojiEdit {
  Pattern NAME = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_'+-]{1,100}");

  /// A new one with a picture.
  record Add(EmojiId id, String name, Picture picture, PictureAddress address)
      implements EmojiEdit {
    public Add {
      name = checked(name);
    }
  }

  /// Another name of one, be it the workspace's own or one that everybody has.
  record Alias(EmojiId id, String name, String aliasFor) implements EmojiEdit {
    public Alias {
      name = checked(name);
      aliasFor = checked(aliasFor);
    }
  }

  record Rename(String name, String newName) implements EmojiEdit {
    public Rename {
      newName = checked(newName);
    }
  }

  /// @param anyones whether one that somebody else added may be removed
  record Remove(String name, boolean anyones) implements EmojiEdit {}

  /// @throws Refusal `invalid_name`
  private static String checked(String name) {
    String bare = name.replaceAll("^:|:$", "");
    if (!NAME.matcher(bare).matches()) {
      throw new Refusal("invalid_name", "small letters, digits, _ - + and '");
    }
    return bare;
  }
}
