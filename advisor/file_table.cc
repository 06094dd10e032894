// SPDX-License-Identifier: Apache-2.0
#include "advisor/file_table.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <span>
#include <string_view>

#include "advisor/named_function.h"
#include "advisor/row_call.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

using Words = std::set<std::string_view>;

Node scope_of(Node node) {
  return enclosing(
      node, {"function_definition", "lambda", "class_definition", "module"});
}

bool is_name(Node node) {
  return node.is("identifier") && !(node.parent().field("attribute") == node) &&
         !(node.parent().is("keyword_argument") &&
           node.parent().field("name") == node);
}

/// All places in `scope` where the name is its variable.
std::vector<Node> mentions_in(Node scope, std::string_view name) {
  std::vector<Node> found;
  walk(scope, [&](Node node) {
    const bool other = node.is("function_definition") || node.is("lambda") ||
                       is_comprehension(node);
    if (other && !(node == scope) && scope_names(node).locals.contains(name)) {
      return false;
    }
    if (is_name(node) && node.text() == name) found.push_back(node);
    return true;
  });
  return found;
}

/// `pd.NAME(…)`
bool calls_pandas(const SourceFile& source, Node call, const Words& names) {
  const Node callee = call.field("function");
  return call.is("call") && callee.is("attribute") &&
         names.contains(callee.field("attribute").text()) &&
         names_module(source, callee.field("object"), "pandas");
}

/// A number, a text, a truth value, None, or lists and dicts of such.
bool is_constant(const SourceFile& source, Node node) {
  static const Words types = {"bool", "float", "int", "str"};
  if (node.is("identifier")) {
    return types.contains(node.text()) && is_builtin(source, node);
  }
  if (node.is("list") || node.is("tuple") || node.is("dictionary") ||
      node.is("pair") || node.is("unary_operator")) {
    const std::span<const Node> parts = node.children();
    return std::all_of(parts.begin(), parts.end(),
                       [&](Node part) { return is_constant(source, part); });
  }
  return node.is("integer") || node.is("float") || node.is("true") ||
         node.is("false") || node.is("none") || plain_literal(node);
}

/// The file of an item: the item, or a text made of it and of constants.
bool is_path(const SourceFile& source, Node node, Node item) {
  if (node.is("identifier")) {
    if (item && node.text() == item.text()) return true;
    const Node binding = only_binding(source, node.text());
    const Node assignment = binding.parent();
    return binding && assignment.is("assignment") &&
           assignment.field("left") == binding &&
           plain_literal(assignment.field("right"));
  }
  if (node.is("string")) {
    bool plain = true;
    walk(node, [&](Node part) {
      if (!part.is("interpolation")) return plain;
      const Node value = part.child(0);
      plain = plain && value.is("identifier") &&
              part.text().find('{', 1) == std::string_view::npos &&
              is_path(source, value, item);
      return false;
    });
    return plain;
  }
  if (node.is("binary_operator")) {
    return node.field("operator").text() == "+" &&
           is_path(source, node.field("left"), item) &&
           is_path(source, node.field("right"), item);
  }
  const Node callee = node.field("function");
  const std::span<const Node> given = node.field("arguments").children();
  return node.is("call") && callee.text() == "os.path.join" &&
         names_module(source, callee.field("object").field("object"), "os") &&
         std::all_of(given.begin(), given.end(),
                     [&](Node part) { return is_path(source, part, item); });
}

/// The items are texts and numbers, so that making a path has no effect.
bool gives_plain_items(const SourceFile& source, Node items) {
  static const Words functions = {"glob.glob", "os.listdir"};
  if (items.is("list") || items.is("tuple")) return is_constant(source, items);
  const Node callee = items.field("function");
  const std::span<const Node> given = items.field("arguments").children();
  if (!items.is("call") || given.empty()) return false;
  // It is evaluated twice.
  const bool steady = std::all_of(given.begin(), given.end(), [&](Node part) {
    const Node value = part.is("keyword_argument") ? part.field("value") : part;
    return is_constant(source, value) || is_path(source, value, Node()) ||
           gives_plain_items(source, value);
  });
  if (!steady) return false;
  if (callee.is("identifier") && is_builtin(source, callee)) {
    return callee.text() == "range" ||
           (callee.text() == "sorted" && given.size() == 1 &&
            gives_plain_items(source, given[0]));
  }
  return functions.contains(callee.text()) &&
         names_module(source, callee.field("object"),
                      callee.text().substr(0, callee.text().find('.')));
}

/// Reading a file with these options has no effect but what it gives.
bool is_reading(const SourceFile& source, Node call) {
  static const Words functions = {"read_csv", "read_parquet", "read_table"};
  static const Words options = {"columns",          "comment",    "compression",
                                "decimal",          "delimiter",  "dtype",
                                "encoding",         "header",     "index_col",
                                "keep_default_na",  "low_memory", "na_filter",
                                "na_values",        "names",      "nrows",
                                "parse_dates",      "quotechar",  "sep",
                                "skip_blank_lines", "skiprows",   "thousands",
                                "usecols"};
  const std::span<const Node> given = call.field("arguments").children();
  if (!calls_pandas(source, call, functions) || given.empty()) return false;
  return std::all_of(given.begin() + 1, given.end(), [&](Node option) {
    return option.is("keyword_argument") &&
           options.contains(option.field("name").text()) &&
           is_constant(source, option.field("value"));
  });
}

/// `name = value`, as a statement of its own.
Node assigned(Node statement, std::string_view name) {
  const Node assignment =
      statement.is("expression_statement") && statement.children().size() == 1
          ? statement.child(0)
          : Node();
  const bool fits = assignment.is("assignment") && !assignment.field("type") &&
                    assignment.field("left").is("identifier") &&
                    assignment.field("left").text() == name;
  return fits ? assignment.field("right") : Node();
}

std::string_view assigned_name(Node statement) {
  return statement.child(0).field("left").text();
}

/// One line, as it would stand in brackets.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n' && text[i] != '\r') {
      line += text[i];
      continue;
    }
    while (i + 1 < text.size() &&
           std::isspace(static_cast<unsigned char>(text[i + 1]))) {
      ++i;
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    const bool tight = i + 1 < text.size() && text[i + 1] == '.';
    if (!tight && !line.empty() && line.back() != '(' && line.back() != '[') {
      line += ' ';
    }
  }
  return line;
}

class FileTableReader {
 public:
  FileTableReader(const SourceFile& source, Node loop, bool tolerant)
      : source_(source), loop_(loop), tolerant_(tolerant) {}

  std::variant<std::monostate, FileTable, Reason> read() {
    const bool found =
        loop_.is("for_statement") ? reads_in_loop() : reads_in_comprehension();
    if (!found || !is_reading(source_, made_.read)) return {};
    made_.path = made_.read.field("arguments").child(0);
    const bool whole =
        made_.path.is("identifier") && made_.path.text() == made_.item.text();
    const bool told = gives_plain_items(source_, made_.source) ||
                      (whole && made_.source.is("identifier"));
    if (!is_path(source_, made_.path, made_.item) || !told) return {};
    if (!makes_table()) return {};
    made_.table = std::string(assigned_name(made_.making));
    return read_table();
  }

 private:
  /// The body appends what it reads to a list that was empty.
  bool reads_in_loop() {
    made_.reading = loop_;
    made_.source = loop_.field("right");
    made_.item = loop_.field("left");
    const std::span<const Node> body = loop_.field("body").children();
    if (!made_.item.is("identifier") || loop_.field("alternative") ||
        loop_.text().starts_with("async") || body.empty() || body.size() > 2) {
      return false;
    }
    const Node call = body.back().child(0);
    const Node callee = call.field("function");
    const std::span<const Node> given = call.field("arguments").children();
    list_ = callee.field("object");
    if (!body.back().is("expression_statement") || !call.is("call") ||
        callee.field("attribute").text() != "append" || given.size() != 1 ||
        !list_.is("identifier")) {
      return false;
    }
    made_.read = given[0];
    if (body.size() == 2) {
      part_ = given[0];
      made_.read = assigned(body[0], part_.text());
    }
    return bool(made_.read);
  }

  bool reads_in_comprehension() {
    if (!loop_.is("list_comprehension") && !loop_.is("generator_expression")) {
      return false;
    }
    const std::span<const Node> parts = loop_.children();
    if (parts.size() != 2 || !parts[1].is("for_in_clause") ||
        parts[1].text().starts_with("async")) {
      return false;
    }
    made_.reading = enclosing(loop_, {"expression_statement"});
    made_.source = parts[1].field("right");
    made_.item = parts[1].field("left");
    made_.read = parts[0];
    return made_.reading && made_.item.is("identifier");
  }

  /// `table = pd.concat(parts, …)`
  bool makes_table() {
    static const Words options = {"ignore_index", "sort"};
    const bool inside =
        is_comprehension(loop_) && loop_.parent().parent().is("call");
    made_.making = inside ? made_.reading : made_.reading.next_sibling();
    if (!made_.making.is("expression_statement")) return false;
    made_.concat = assigned(made_.making, assigned_name(made_.making));
    if (!made_.concat || !calls_pandas(source_, made_.concat, {"concat"})) {
      return false;
    }
    const Node arguments = made_.concat.field("arguments");
    if (arguments == loop_) return true;
    const std::span<const Node> given = arguments.children();
    if (given.empty()) return false;
    for (Node option : given.subspan(1)) {
      if (!option.is("keyword_argument") ||
          !options.contains(option.field("name").text()) ||
          !is_constant(source_, option.field("value"))) {
        return false;
      }
    }
    if (given[0] == loop_) return true;
    if (is_comprehension(loop_)) {
      list_ = given[0];
      return loop_.is("list_comprehension") && list_.is("identifier") &&
             assigned(made_.reading, list_.text()) == loop_;
    }
    return given[0].is("identifier") && given[0].text() == list_.text();
  }

  std::variant<std::monostate, FileTable, Reason> read_table() {
    scope_ = scope_of(loop_);
    if (!scope_.is("module") && !scope_.is("function_definition")) return {};
    for (Node name : {made_.item, list_, part_}) {
      if (!name || (is_comprehension(loop_) && name == made_.item)) continue;
      if (!is_bound_once(name.text())) return {};
      if (Node other = used_elsewhere(name)) return needs_all(other);
    }
    // In a class the names made of a private one would mean others.
    if (!is_bound_once(made_.table) || made_.table.starts_with("__")) return {};
    const std::vector<Node> all = mentions_in(scope_, made_.table);
    const Node target = made_.making.child(0).field("left");
    for (Node mention : all) {
      if (mention == target || is_inside_last(mention)) continue;
      if (!read_use(mention)) return needs_all(mention);
    }
    if (made_.asked.empty()) return {};
    if (Node again = asked_again()) return needs_all(again);
    return made_;
  }

  Reason needs_all(Node place) const {
    Node whole = place;
    while (whole.parent().is("attribute") || whole.parent().is("subscript") ||
           (whole.parent().is("call") &&
            whole.parent().field("function") == whole)) {
      whole = whole.parent();
    }
    return {"whole-table",
            "`" + in_one_line(whole.text()) + "` on line " +
                std::to_string(whole.line()) +
                " is nothing that a table in parts gives exactly, once and in "
                "order",
            {source_.span(whole.range())}};
  }

  bool is_bound_once(std::string_view name) const {
    int times = 0;
    for (const NameBinding& one : name_bindings(scope_)) {
      times += one.name == name;
    }
    return times == 1 && !declared(source_, name);
  }

  /// A mention of the variable that is none of those in the forms above.
  Node used_elsewhere(Node name) const {
    for (Node mention : mentions_in(scope_, name.text())) {
      const bool here = loop_.range().contains(mention.range()) ||
                        made_.making.range().contains(mention.range());
      if (here || is_empty_list(mention, name)) continue;
      if (is_comprehension(loop_) &&
          made_.reading.range().contains(mention.range())) {
        continue;
      }
      return mention;
    }
    return {};
  }

  /// `parts = []`, in front of the loop: nothing else has it.
  bool is_empty_list(Node mention, Node name) const {
    const Node statement = mention.parent().parent();
    const Node value = assigned(statement, name.text());
    return name == list_ && value.is("list") && value.children().empty() &&
           statement.parent() == loop_.parent() &&
           statement.range().end <= loop_.range().begin;
  }

  bool is_inside_last(Node mention) const {
    return !made_.asked.empty() &&
           made_.asked.back().expression.range().contains(mention.range());
  }

  // What is asked of the table --------------------------------------------

  bool read_use(Node mention) {
    // The largest expression around it that is understood.
    for (Node node = mention; node && !(node == made_.making.parent());
         node = node.parent()) {
      FileTable before = made_;
      std::optional<std::string> text = reduced(node);
      if (text && is_asked_once(node) &&
          node.text().find('#') == std::string_view::npos) {
        const bool counts =
            node.field("function").field("attribute").text() == "nunique";
        made_.asked.push_back({node, in_one_line(*text), counts});
        return true;
      }
      made_ = std::move(before);
    }
    return false;
  }

  bool is_table(Node node) const {
    return node.is("identifier") && node.text() == made_.table;
  }

  /// `len(t)`, `t["c"].sum()`, `t.groupby("k")["c"].max()`, …
  std::optional<std::string> reduced(Node node) {
    const std::string text(node.text());
    if (node.is("subscript")) {
      const Node shape = node.field("value");
      const bool fits = shape.is("attribute") &&
                        shape.field("attribute").text() == "shape" &&
                        is_table(shape.field("object")) &&
                        node.field("subscript").text() == "0";
      return fits ? std::optional(text) : std::nullopt;
    }
    if (!node.is("call")) return std::nullopt;
    const Node callee = node.field("function");
    const std::span<const Node> given = node.field("arguments").children();
    if (callee.is("identifier")) {
      const bool length = callee.text() == "len" &&
                          is_builtin(source_, callee) && given.size() == 1 &&
                          is_table(given[0]);
      return length ? std::optional(made_.table + ".shape[0]") : std::nullopt;
    }
    if (!callee.is("attribute") || !given.empty() ||
        !node.field("arguments").is("argument_list")) {
      return std::nullopt;
    }
    const std::string_view method = callee.field("attribute").text();
    const Node object = callee.field("object");
    if (auto found = of_groups(object, method)) {
      return text.substr(0, *found) + ", sort=True" + text.substr(*found);
    }
    return of_column(object, method) ? std::optional(text) : std::nullopt;
  }

  /// `t["c"]`, `t[t["a"] > 2]["c"]`: its label.
  std::optional<std::string> column(Node node, bool filtered) {
    const std::vector<Node> label = node.fields("subscript");
    if (!node.is("subscript") || label.size() != 1) return std::nullopt;
    const auto text = label_text(label[0]);
    if (!text || !table(node.field("value"), filtered)) return std::nullopt;
    made_.columns.insert(*text);
    return text;
  }

  /// `t`, `t[t["a"] > 2]`
  bool table(Node node, bool filtered) {
    if (is_table(node)) return true;
    const std::vector<Node> asked = node.fields("subscript");
    return filtered && node.is("subscript") && asked.size() == 1 &&
           is_table(node.field("value")) && condition(asked[0]);
  }

  /// `t["a"] > 2`, and such joined by `&` and `|`
  bool condition(Node node) {
    if (node.is("parenthesized_expression")) return condition(node.child(0));
    if (node.is("binary_operator")) {
      const std::string_view sign = node.field("operator").text();
      return (sign == "&" || sign == "|") && condition(node.field("left")) &&
             condition(node.field("right"));
    }
    const std::span<const Node> sides = node.children();
    if (!node.is("comparison_operator") || sides.size() != 2) return false;
    const std::string_view sign = node.field("operators").text();
    const Node constant = sides[1];
    if (is_number(constant)) {
      return sign != "in" && sign != "is" && numbers(sides[0], made_.numbers);
    }
    const auto label = column(sides[0], /*filtered=*/false);
    if (!label || !label_text(constant) || (sign != "==" && sign != "!=")) {
      return false;
    }
    made_.keys.insert(*label);
    return true;
  }

  static bool is_number(Node node) {
    const Node plain =
        node.is("unary_operator") ? node.field("argument") : node;
    return plain.is("integer") || plain.is("float");
  }

  /// Columns that go to `labels`, and what `+`, `-` and `*` make of them.
  bool numbers(Node node, std::set<std::string>& labels) {
    if (node.is("parenthesized_expression")) {
      return numbers(node.child(0), labels);
    }
    if (node.is("binary_operator")) {
      static const Words signs = {"+", "-", "*"};
      const Node left = node.field("left"), right = node.field("right");
      const bool constant = small_integer(right) ||
                            (&labels == &made_.numbers && right.is("float"));
      return signs.contains(node.field("operator").text()) &&
             numbers(left, labels) && (constant || numbers(right, labels));
    }
    const auto label = column(node, /*filtered=*/false);
    if (label) labels.insert(*label);
    return bool(label);
  }

  static bool small_integer(Node node) {
    constexpr std::size_t kDigits = 9;  // it is no wider than the column's
    return node.is("integer") && node.text().size() <= kDigits;
  }

  /// What is added up: of integers, or of any numbers where that is allowed.
  std::set<std::string>& added() {
    return tolerant_ ? made_.numbers : made_.integers;
  }

  bool adds(std::string_view method) const {
    return method == "sum" || method == "max" || method == "min" ||
           (tolerant_ && method == "mean");
  }

  void note_inexact(Node object, std::string_view method) {
    if (!tolerant_) return;
    const Node whole = object.parent().parent();
    made_.inexact.push_back("`" + in_one_line(whole.text()) + "` on line " +
                            std::to_string(whole.line()) + " (" +
                            std::string(method) + " in parts)");
  }

  /// `t["c"].max()`. Of no rows there is none, and a part may have none that
  /// a condition lets pass.
  bool of_column(Node object, std::string_view method) {
    if (method == "count") return bool(column(object, /*filtered=*/true));
    if (method == "nunique") {
      const auto label = column(object, /*filtered=*/true);
      if (label) made_.keys.insert(*label);
      return bool(label);
    }
    if (!adds(method)) return false;
    note_inexact(object, method);
    if (auto label = column(object, /*filtered=*/method == "sum")) {
      added().insert(*label);
      return true;
    }
    return numbers(object, added());
  }

  /// `t.groupby("k")["c"].sum()`, `t.groupby("k").size()`; where in the text
  /// the label ends.
  std::optional<std::size_t> of_groups(Node object, std::string_view method) {
    Node grouping = object;
    std::optional<std::string> label;
    if (object.is("subscript")) {
      const std::vector<Node> asked = object.fields("subscript");
      if (asked.size() != 1) return std::nullopt;
      label = label_text(asked[0]);
      grouping = object.field("value");
      if (!label || (method != "count" && !adds(method))) return std::nullopt;
    } else if (method != "size") {
      return std::nullopt;
    }
    const Node callee = grouping.field("function");
    const std::span<const Node> given = grouping.field("arguments").children();
    if (!grouping.is("call") || !callee.is("attribute") || given.size() != 1 ||
        callee.field("attribute").text() != "groupby") {
      return std::nullopt;
    }
    const auto key = label_text(given[0]);
    if (!key || key == label ||
        !table(callee.field("object"), /*filtered=*/true)) {
      return std::nullopt;
    }
    made_.keys.insert(*key);
    made_.columns.insert(*key);
    if (label) {
      made_.columns.insert(*label);
      if (method != "count") {
        note_inexact(object, method);
        added().insert(*label);
      }
    }
    return given[0].range().end - grouping.range().begin;
  }

  /// It is evaluated where the block of the table comes to it, once.
  bool is_asked_once(Node expression) const {
    static const std::vector<GrammarName> plain = {"argument_list",
                                                   "assignment",
                                                   "attribute",
                                                   "binary_operator",
                                                   "call",
                                                   "concatenated_string",
                                                   "dictionary",
                                                   "expression_list",
                                                   "expression_statement",
                                                   "interpolation",
                                                   "keyword_argument",
                                                   "list",
                                                   "pair",
                                                   "parenthesized_expression",
                                                   "return_statement",
                                                   "set",
                                                   "string",
                                                   "subscript",
                                                   "tuple",
                                                   "unary_operator"};
    const Node block = made_.making.parent();
    Node part = expression;
    for (Node node = part.parent(); !(node == block);
         part = node, node = node.parent()) {
      if (node.null()) return false;
      bool fits = std::any_of(plain.begin(), plain.end(),
                              [&](GrammarName one) { return node.is(one); });
      if (node.is("assignment")) fits = node.field("right") == part;
      // `{x=}` shows the text of the expression.
      if (node.is("interpolation")) fits = !shows_text(node);
      if (node.is("comparison_operator")) fits = node.children().size() == 2;
      if (node.is("augmented_assignment")) {
        fits =
            node.field("right") == part && node.field("left").is("identifier");
      }
      if (node.is("for_statement")) fits = node.field("right") == part;
      if (node.is("if_statement")) fits = node.field("condition") == part;
      if (!fits) return false;
    }
    return part.range().begin >= made_.making.range().end;
  }

  static bool shows_text(Node interpolation) {
    const std::span<const Node> parts = interpolation.all_children();
    return std::any_of(parts.begin(), parts.end(),
                       [](Node part) { return part.text() == "="; });
  }

  /// Both would get the same object, which one of them may change.
  Node asked_again() const {
    std::set<std::string> known;
    for (const AskedOfTable& one : made_.asked) {
      std::string plain;
      for (char letter : one.text) {
        if (letter == ' ') continue;
        plain += letter == '\'' ? '"' : letter;
      }
      const bool groups = plain.find(".groupby(") != std::string::npos;
      if (!known.insert(plain).second && groups) return one.expression;
    }
    return {};
  }

  const SourceFile& source_;
  Node loop_;
  bool tolerant_;
  Node scope_;
  Node list_;  ///< the variable that holds the parts, or none
  Node part_;  ///< the variable that holds one, or none
  FileTable made_;
};

}  // namespace

std::variant<std::monostate, FileTable, Reason> file_table(
    const SourceFile& source, Node loop, bool tolerant) {
  if (!imports_pandas(source) || looks_at_variables(source)) return {};
  return FileTableReader(source, loop, tolerant).read();
}

}  // namespace ppp::advisor
