@NullMarked
package dev.parley.core.teamprofile;

import org.jspecify.annotations.NullMarked;
