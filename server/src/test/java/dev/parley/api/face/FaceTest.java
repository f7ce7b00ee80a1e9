package dev.parley.api.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

final class FaceTest {

  @Test
  void aCodeSaysEverythingAboutAFace() {
    Face face = new Face(false, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15);

    assertThat(face.code()).isEqualTo("d123456789af");
    assertThat(Face.parse("d123456789af")).contains(face);
    assertThat(Face.parse("g123456789af")).isEmpty();
    assertThat(Face.parse("d123456789a")).isEmpty();
    assertThat(Face.parse("d123456789AF")).isEmpty();
  }

  @Test
  void everyCodeIsDrawnTheSameEachTimeAndWithoutAnythingButShapes() throws Exception {
    Random random = new Random(7);
    Set<String> pictures = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      String code = (i % 10 == 0 ? "r" : "d") + "%011x".formatted(random.nextLong(1L << 44));
      Face face = Face.parse(code).orElseThrow();

      String svg = FaceDrawing.svg(face, 72);

      assertThat(svg).isEqualTo(FaceDrawing.svg(face, 72)).contains("width=\"72\"");
      assertThat(svg).doesNotContain("<script", "href", "style", "url(", "<image", "<text");
      var _ =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg)));
      pictures.add(svg);
    }
    assertThat(pictures).hasSizeGreaterThan(440);
  }
}
