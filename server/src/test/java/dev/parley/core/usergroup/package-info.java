@NullMarked
package dev.parley.core.usergroup;

import org.jspecify.annotations.NullMarked;
