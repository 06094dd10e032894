// SPDX-License-Identifier: Apache-2.0
#include "advisor/table_rows.h"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "advisor/item_uses.h"
#include "advisor/named_function.h"
#include "advisor/row_call.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

void add_once(std::vector<std::string>& all, const std::string& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

/// Directives whose text is made of digits alone, whatever the language.
bool only_digits(std::string_view form) {
  static const std::string_view known = "YymdHMSfjUWuwVG%";
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] < ' ' || form[i] > '~') return false;
    if (form[i] != '%') continue;
    if (++i == form.size() || known.find(form[i]) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

/// `date.month`, `date.weekday()`, `date.strftime("%Y-%m")`: all of it, and
/// what stands behind the dot.
std::optional<RowDate> asked_of_date(Node date) {
  static const std::set<std::string_view> attributes = {
      "day",    "day_of_week", "day_of_year", "days_in_month",
      "hour",   "microsecond", "minute",      "month",
      "second", "quarter",     "year"};
  static const std::set<std::string_view> methods = {
      "date",       "day_name", "isocalendar", "isoformat", "isoweekday",
      "month_name", "time",     "toordinal",   "weekday"};
  const Node read = date.parent();
  if (!read.is("attribute") || !(read.field("object") == date) ||
      is_target(read)) {
    return std::nullopt;
  }
  if (shows_text(date)) return std::nullopt;
  RowDate found;
  found.asked = std::string(read.field("attribute").text());
  const Node call = read.parent();
  if (!call.is("call") || !(call.field("function") == read)) {
    if (!attributes.contains(found.asked)) return std::nullopt;
    found.expression = read;
    return found;
  }
  const Node arguments = call.field("arguments");
  if (!arguments.is("argument_list")) return std::nullopt;
  const std::span<const Node> given = arguments.children();
  if (found.asked == "strftime" && given.size() == 1) {
    const auto form = label_text(given[0]);
    if (!form || !only_digits(*form)) return std::nullopt;
    found.asked += "(" + std::string(given[0].text()) + ")";
  } else if (given.empty() && methods.contains(found.asked)) {
    found.asked += "()";
  } else {
    return std::nullopt;
  }
  found.expression = call;
  return found;
}

/// Reads what is done with a row, there and in functions that are given it.
class RowReader {
 public:
  /// `one_for_all`: pandas puts all rows in one Series, one after the other.
  RowReader(const SourceFile& source, bool one_for_all, TableRows& rows)
      : source_(source), one_for_all_(one_for_all), rows_(rows) {}

  /// Adds what `part` reads. False: it does more with the row.
  bool only_reads(Node part, std::string_view row) {
    bool fits = true;
    walk(part, [&](Node node) {
      const bool mentions = node.is("identifier") && node.text() == row &&
                            !(node.parent().field("attribute") == node);
      if (fits && mentions) {
        fits = now(part, node) && (subscript(node) || attribute(node) ||
                                   asked(node) || handed_on(node));
      }
      return fits;
    });
    return fits;
  }

  /// The same of a loop's body.
  bool body_only_reads(Node body, std::string_view row) {
    in_body_ = true;
    const bool fits = only_reads(body, row);
    in_body_ = false;
    return fits;
  }

  /// The same of a function's parameter.
  bool function_only_reads(Node function, std::size_t place) {
    const std::span<const Node> all = function.field("parameters").children();
    if (place >= all.size()) return false;
    for (std::size_t i = 0; i <= place; ++i) {
      if (parameter(all[i]).null()) return false;
    }
    const std::string_view row = parameter(all[place]).text();
    const std::string key =
        std::to_string(function.range().begin) + " " + std::string(row);
    if (!read_.insert(key).second) return true;
    const bool in_body = std::exchange(in_body_, false);
    const bool fits = only_reads(function.field("body"), row);
    in_body_ = in_body;
    return fits;
  }

 private:
  /// Of a plain parameter, with a default or not.
  static Node parameter(Node node) {
    if (node.is("default_parameter") || node.is("typed_default_parameter")) {
      node = node.field("name");
    }
    if (node.is("typed_parameter")) node = node.child(0);
    return node.is("identifier") ? node : Node();
  }

  /// It is read while this row is the one: what is done later sees another.
  bool now(Node part, Node mention) const {
    if (!one_for_all_) return true;
    for (Node at = mention; !(at == part); at = at.parent()) {
      if (at.is("lambda") || at.is("function_definition") ||
          at.is("class_definition")) {
        return false;
      }
      if (at.is("generator_expression") && !used_up(at)) return false;
    }
    return true;
  }

  /// `any(… for …)`, `", ".join(… for …)`
  bool used_up(Node generator) const {
    static const std::set<std::string_view> takers = {
        "all", "any", "dict", "list", "max", "min", "set", "sum", "tuple"};
    const Node call = generator.parent();
    const Node callee = call.field("function");
    if (!call.is("call") || !(call.field("arguments") == generator)) {
      return false;
    }
    return (takers.contains(callee.text()) && is_builtin(source_, callee)) ||
           (callee.field("attribute").text() == "join" &&
            callee.field("object").is("string"));
  }

  void add(Node item, const std::string& label) {
    add_once(rows_.labels, label);
    auto date = in_body_ ? asked_of_date(item) : std::nullopt;
    if (!date) {
      add_once(rows_.items, label);
      return;
    }
    date->label = label;
    rows_.dates.push_back(std::move(*date));
  }

  /// `row["price"]`
  bool subscript(Node name) {
    const Node whole = name.parent();
    const std::vector<Node> given = whole.fields("subscript");
    if (!whole.is("subscript") || !(whole.field("value") == name) ||
        given.size() != 1 || is_target(whole)) {
      return false;
    }
    const auto label = label_text(given[0]);
    if (label) add(whole, *label);
    return label.has_value();
  }

  /// `row.price`, unless a dict has something of that name.
  bool attribute(Node name) {
    static const std::set<std::string_view> own = {
        "clear", "copy", "fromkeys", "get",        "items",  "keys",
        "name",  "pop",  "popitem",  "setdefault", "update", "values"};
    const Node whole = name.parent();
    const std::string label(whole.field("attribute").text());
    if (!whole.is("attribute") || label.starts_with("_") ||
        own.contains(label) || is_target(whole) ||
        whole.parent().field("function") == whole) {
      return false;
    }
    add(whole, label);
    add_once(rows_.attributes, label);
    return true;
  }

  /// `row.get("price")`, `row.get("price", 0)`
  bool asked(Node name) {
    const Node callee = name.parent();
    const Node call = callee.parent();
    const std::span<const Node> given = call.field("arguments").children();
    if (!callee.is("attribute") || callee.field("attribute").text() != "get" ||
        !(call.field("function") == callee) ||
        !call.field("arguments").is("argument_list") || given.empty() ||
        given.size() > 2) {
      return false;
    }
    const auto label = label_text(given[0]);
    const bool plain =
        label && std::none_of(given.begin(), given.end(), [](Node one) {
          return one.is("keyword_argument") || one.is("list_splat") ||
                 one.is("dictionary_splat");
        });
    if (plain) add_once(rows_.perhaps, *label);
    if (plain) add_once(rows_.items, *label);
    return plain;
  }

  /// `value_of(row, 3)`, a function that only reads it, too.
  bool handed_on(Node name) {
    const Node call = name.parent().parent();
    if (!name.parent().is("argument_list") || !call.is("call")) return false;
    const std::span<const Node> given = name.parent().children();
    std::size_t place = 0;
    while (!(given[place] == name)) {
      if (given[place].is("list_splat")) return false;
      ++place;
    }
    const Node callee = call.field("function");
    const Node function = named_function(source_, callee);
    if (!function) return false;
    rows_.called.push_back(callee);
    return function_only_reads(function, place);
  }

  const SourceFile& source_;
  bool one_for_all_;
  TableRows& rows_;
  bool in_body_ = false;
  std::set<std::string> read_;
};

/// `df.apply(f, axis=1)`
std::optional<TableRows> rows_of_call(const SourceFile& source, Node loop) {
  const auto call = row_call(loop);
  if (!call || !call->label.empty() || looks_at_callers(source)) {
    return std::nullopt;
  }
  TableRows found;
  found.source = call->call;
  found.frame = call->frame;
  found.function = call->function;
  found.statement = call->statement;
  RowReader reader(source, /*one_for_all=*/true, found);
  Node function = call->function;
  if (function.is("identifier")) function = named_function(source, function);
  // A lambda is evaluated twice where the rows turn out to be others.
  const bool more = function.is("lambda") &&
                    (function.text().find(":=") != std::string_view::npos ||
                     function.field("parameters").children().size() != 1);
  const bool named =
      enclosing(loop, {"class_definition", "function_definition", "module"})
          .is("class_definition");
  if (!function || more || named || scope_names(function).generator ||
      !reader.function_only_reads(function, 0)) {
    return std::nullopt;
  }
  return found;
}

/// `label, row in df.iterrows()`, the head of a loop or of a comprehension: the
/// row's name; null: something else.
Node row_of_head(Node head, TableRows& found) {
  found.source = head.field("right");
  const Node callee = found.source.field("function");
  found.frame = callee.field("object");
  const Node target = head.field("left");
  const std::span<const Node> names = target.children();
  const bool fits = found.source.is("call") && callee.is("attribute") &&
                    callee.field("attribute").text() == "iterrows" &&
                    found.source.field("arguments").is("argument_list") &&
                    found.source.field("arguments").children().empty() &&
                    (target.is("pattern_list") || target.is("tuple_pattern")) &&
                    names.size() == 2 && names[0].is("identifier") &&
                    names[1].is("identifier") &&
                    names[0].text() != names[1].text() &&
                    !head.text().starts_with("async");
  if (!fits) return Node();
  found.row = std::string(names[1].text());
  return names[1];
}

/// `for label, row in df.iterrows():`
std::optional<TableRows> rows_of_loop(const SourceFile& source, Node loop) {
  TableRows found;
  if (!loop.is("for_statement") || !row_of_head(loop, found)) {
    return std::nullopt;
  }
  RowReader reader(source, /*one_for_all=*/false, found);
  bool reads = reader.body_only_reads(loop.field("body"), found.row);
  for (Node other : loop.fields("alternative")) {
    reads = reads && reader.only_reads(other, found.row);
  }
  if (!reads) return std::nullopt;
  return found;
}

/// `[row["price"] for label, row in df.iterrows()]`; not a generator, which may
/// run later.
std::optional<TableRows> rows_of_comprehension(const SourceFile& source,
                                               Node loop) {
  TableRows found;
  Node head;
  std::vector<Node> parts;
  for (Node part : loop.children()) {
    if (part.is("for_in_clause") && !head) {
      head = part;
    } else {
      parts.push_back(part);
    }
  }
  if (loop.is("generator_expression") || shows_text(loop) ||
      !row_of_head(head, found)) {
    return std::nullopt;
  }
  RowReader reader(source, /*one_for_all=*/false, found);
  const bool reads = std::all_of(parts.begin(), parts.end(), [&](Node part) {
    return reader.only_reads(part, found.row);
  });
  if (!reads) return std::nullopt;
  return found;
}

}  // namespace

std::optional<TableRows> table_rows(const SourceFile& source, Node loop) {
  if (!imports_pandas(source) || looks_at_variables(source)) {
    return std::nullopt;
  }
  auto found = loop.is("call")          ? rows_of_call(source, loop)
               : is_comprehension(loop) ? rows_of_comprehension(source, loop)
                                        : rows_of_loop(source, loop);
  if (found && found->labels.empty()) return std::nullopt;
  return found;
}

}  // namespace ppp::advisor
