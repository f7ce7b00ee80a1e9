package dev.parley.verify;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds every SQL statement of the server: they are string constants, one a statement.
final class Statements {
  private static final Pattern SQL =
      Pattern.compile("^\\s*(select|insert|update|delete|with)\\b", Pattern.CASE_INSENSITIVE);

  private Statements() {}

  /// A statement and the constant that holds it.
  record Statement(Class<?> owner, String name, String sql) {

    /// Whether it is run by JDBI as the application's role, with named parameters.
    boolean isNamed() {
      return Pattern.compile("(?<!:):[a-z]").matcher(sql).find();
    }

    boolean isQuery() {
      return sql.stripLeading().toLowerCase(java.util.Locale.ROOT).startsWith("select");
    }

    @Override
    public String toString() {
      return owner.getSimpleName() + "." + name;
    }
  }

  static List<Statement> all() throws ReflectiveOperationException {
    List<Statement> found = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.parley")) {
      for (JavaField field : type.getFields()) {
        if (field.getModifiers().contains(JavaModifier.STATIC)
            && field.getRawType().isEquivalentTo(String.class)) {
          String value = value(type, field);
          if (SQL.matcher(value).find()) {
            found.add(new Statement(type.reflect(), field.getName(), value));
          }
        }
      }
    }
    return found;
  }

  private static String value(JavaClass type, JavaField field) throws ReflectiveOperationException {
    Field reflected = type.reflect().getDeclaredField(field.getName());
    reflected.setAccessible(true);
    Object value = reflected.get(null);
    return value instanceof String text ? text : "";
  }
}
