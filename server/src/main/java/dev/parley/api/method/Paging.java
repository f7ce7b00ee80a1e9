package dev.parley.api.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A page of a list by its number, as Slack's older methods have it.
///
/// @param total items of the whole list
/// @param page from 1
/// @param count most items of a page
record Paging(int total, int page, int count) {

  /// The items of the page.
  <T> List<T> of(List<T> all) {
    return all.stream().skip(before()).limit(count).toList();
  }

  /// What `paging` says.
  Map<String, Object> paging() {
    Map<String, Object> paging = new LinkedHashMap<>();
    paging.put("count", count);
    paging.put("total", total);
    paging.put("page", page);
    paging.put("pages", pages());
    return paging;
  }

  /// The same in the words of `stars.list` too.
  Map<String, Object> spilling() {
    Map<String, Object> paging = paging();
    paging.put("per_page", count);
    paging.put("spill", 0);
    return paging;
  }

  /// What `pagination` says: the same and which items the page holds, from 1.
  Map<String, Object> pagination() {
    boolean isEmpty = before() >= total;
    Map<String, Object> pagination = new LinkedHashMap<>();
    pagination.put("total_count", total);
    pagination.put("page", page);
    pagination.put("per_page", count);
    pagination.put("page_count", pages());
    pagination.put("first", isEmpty ? 0 : before() + 1);
    pagination.put("last", isEmpty ? 0 : Math.min(total, before() + count));
    return pagination;
  }

  private long before() {
    return (page - 1L) * count;
  }

  private int pages() {
    return Math.max(1, (total + count - 1) / count);
  }
}
