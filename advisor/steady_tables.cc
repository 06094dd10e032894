// SPDX-License-Identifier: Apache-2.0
#include "advisor/steady_tables.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "advisor/named_function.h"
#include "advisor/row_call.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

using Words = std::set<std::string_view>;

/// They change nothing that they are given.
const Words& plain_builtins() {
  static const Words names = {
      "abs",         "all",       "any",        "bool",       "dict",
      "divmod",      "enumerate", "float",      "hash",       "int",
      "filter",      "format",    "iter",       "frozenset",  "len",
      "list",        "map",       "max",        "min",        "next",
      "isinstance",  "pow",       "print",      "range",      "repr",
      "reversed",    "round",     "set",        "str",        "sum",
      "tuple",       "sorted",    "zip",        "type",       "ord",
      "chr",         "KeyError",  "ValueError", "IndexError", "TypeError",
      "RuntimeError"};
  return names;
}

/// Modules of which no function changes what it is given.
const Words& plain_modules() {
  static const Words names = {"math",      "datetime",   "decimal",
                              "fractions", "statistics", "time",
                              "itertools", "re",         "collections"};
  return names;
}

/// Methods that leave a table, a column and an array as they are, whoever has
/// one of that name; with as many arguments in front of those that are named as
/// are no `inplace` or `out`.
const Words& plain_methods() {
  static const Words names = {
      // of tables, columns, groups
      "abs", "add", "agg", "aggregate", "all", "any", "apply", "argmax",
      "argmin", "assign", "astype", "clip", "copy", "corr", "count", "cov",
      "cumcount", "cummax", "cummin", "cumprod", "cumsum", "describe", "diff",
      "div", "drop", "drop_duplicates", "dropna", "duplicated", "eq", "equals",
      "expanding", "fillna", "first", "ge", "groupby", "gt", "head", "idxmax",
      "idxmin", "isin", "isna", "isnull", "item", "items", "iterrows",
      "itertuples", "keys", "last", "le", "lt", "map", "max", "mean", "median",
      "merge", "min", "mod", "mode", "mul", "ne", "ngroup", "nlargest", "notna",
      "notnull", "nsmallest", "nunique", "pct_change", "quantile", "rank",
      "reindex", "rename", "reset_index", "rolling", "round", "sem",
      "set_index", "shift", "size", "skew", "sort_index", "sort_values",
      "squeeze", "std", "sub", "sum", "tail", "to_dict", "to_list", "to_numpy",
      "to_string", "tolist", "transform", "unique", "value_counts", "values",
      "var",
      // of dates
      "date", "day_name", "isoformat", "isoweekday", "month_name", "normalize",
      "strftime", "time", "timestamp", "total_seconds", "weekday",
      // of texts
      "capitalize", "casefold", "center", "encode", "endswith", "find",
      "format", "index", "isalnum", "isalpha", "isdigit", "islower",
      "isnumeric", "isspace", "isupper", "join", "ljust", "lower", "lstrip",
      "partition", "removeprefix", "removesuffix", "replace", "rfind", "rjust",
      "rpartition", "rsplit", "rstrip", "split", "startswith", "strip",
      "swapcase", "title", "upper", "zfill",
      // of lists, dicts, sets and files
      "append", "difference", "discard", "extend", "get", "intersection",
      "issubset", "issuperset", "most_common", "setdefault", "union", "write"};
  return names;
}

/// Of which no argument is `inplace` or `out`, however many there are.
const Words& many_arguments() {
  static const Words names = {
      "between",    "center", "count",        "difference", "encode",
      "endswith",   "find",   "format",       "get",        "index",
      "join",       "ljust",  "intersection", "merge",      "partition",
      "rfind",      "rjust",  "rsplit",       "setdefault", "split",
      "startswith", "union"};
  return names;
}

/// Calls of what they are given.
const Words& callers() {
  static const Words names = {"agg",       "aggregate", "apply",      "filter",
                              "map",       "max",       "min",        "sorted",
                              "transform", "rename",    "defaultdict"};
  return names;
}

const Words& pandas_functions() {
  static const Words names = {
      "DataFrame",   "Series",     "Timestamp",    "Timedelta",
      "concat",      "cut",        "date_range",   "isna",
      "isnull",      "merge",      "notna",        "notnull",
      "to_datetime", "to_numeric", "to_timedelta", "unique"};
  return names;
}

const Words& numpy_functions() {
  static const Words names = {
      "abs", "arange",  "argsort", "array", "concatenate", "cumsum", "exp",
      "log", "float64", "int64",   "isnan", "mean",        "median", "sqrt",
      "std", "sum",     "unique",  "where", "zeros",       "ones",   "max",
      "min", "floor",   "ceil",    "round"};
  return names;
}

Node root_of(Node expression) {
  while (true) {
    if (expression.is("subscript")) {
      expression = expression.field("value");
    } else if (expression.is("attribute")) {
      expression = expression.field("object");
    } else {
      return expression;
    }
  }
}

bool is_callee(Node name) {
  const Node whole =
      name.parent().field("attribute") == name ? name.parent() : name;
  return whole.parent().is("call") && whole.parent().field("function") == whole;
}

class SteadyReader {
 public:
  SteadyReader(const Project& project, const SourceFile& source, Node scope,
               const std::set<std::string, std::less<>>& own)
      : project_(project), source_(source), scope_(scope), own_(own) {}

  Node read(Node region) {
    for (const SourceFile& file : project_.files) {
      if (Node way = hidden_way(file)) return way;
    }
    const Node assignment =
        region.is("expression_statement") ? region.child(0) : Node();
    if (assignment.is("assignment")) last_target_ = assignment.field("left");
    region_ = region;
    read_code(source_, region);
    for (const SourceFile& file : project_.files) find_others(file);
    while (!changing_ && !pending_.empty()) {
      const auto [file, code] = pending_.back();
      pending_.pop_back();
      read_code(*file, code);
    }
    return changing_;
  }

 private:
  /// Names of functions that are values somewhere.
  std::set<std::string_view> values_of_names() const {
    std::set<std::string_view> names;
    for (const SourceFile& file : project_.files) {
      walk(file.root(), [&](Node node) {
        const bool named = node.is("identifier") && !is_callee(node) &&
                           !(node.parent().is("function_definition") &&
                             node.parent().field("name") == node);
        if (named) names.insert(node.text());
        return !node.is("import_statement") &&
               !node.is("import_from_statement");
      });
    }
    return names;
  }

  /// Something that changes a table may be called by another name.
  static Node hidden_way(const SourceFile& file) {
    static const Words methods = {"clear",  "fill",    "insert", "pop",   "put",
                                  "resize", "reverse", "sort",   "update"};
    static const Words others = {
        "__delitem__",   "__iadd__",     "__imul__",    "__ior__",
        "__isub__",      "__itruediv__", "__setattr__", "__setitem__",
        "delattr",       "delitem",      "eval",        "exec",
        "getattr",       "globals",      "iadd",        "imul",
        "import_module", "isub",         "locals",      "methodcaller",
        "partial",       "setattr",      "setitem",     "vars"};
    if (star_imports(file)) return file.root();
    Node found;
    walk(file.root(), [&](Node node) {
      const bool name = node.is("identifier");
      const bool method = name && node.parent().field("attribute") == node &&
                          methods.contains(node.text()) && !is_callee(node);
      if (method || (name && others.contains(node.text()) &&
                     !node.parent().is("function_definition"))) {
        found = node;
      }
      return !found;
    });
    return found;
  }

  /// What may be called by somebody whom nobody sees call it.
  void find_others(const SourceFile& file) {
    if (values_.empty()) values_ = values_of_names();
    walk(file.root(), [&](Node node) {
      if (node.is("lambda") || node.is("generator_expression")) {
        add(file, node);
      }
      if (!node.is("function_definition")) return true;
      const Node block = node.parent();
      const bool other = block.is("decorated_definition") ||
                         block.parent().is("class_definition") ||
                         values_.contains(node.field("name").text()) ||
                         scope_names(node).generator;
      if (other) add(file, node);
      return true;
    });
  }

  void add(const SourceFile& file, Node code) {
    if (known_.insert(code.id()).second) pending_.emplace_back(&file, code);
  }

  void read_code(const SourceFile& file, Node code) {
    if (code.is("function_definition")) code = code.field("body");
    walk(code, [&](Node node) {
      if (changing_) return false;
      if (node.is("function_definition") && !(node == code)) {
        // Its head alone.
        if (node.parent().is("decorated_definition")) changing_ = node;
        read_code(file, node.field("parameters"));
        return false;
      }
      if (!steady(file, code, node)) changing_ = node;
      return !changing_;
    });
  }

  bool steady(const SourceFile& file, Node code, Node node) {
    static const std::vector<GrammarName> others = {
        "with_statement",        "import_statement",
        "import_from_statement", "global_statement",
        "class_definition",      "nonlocal_statement",
        "match_statement",       "await",
        "exec_statement"};
    for (GrammarName kind : others) {
      if (node.is(kind)) return false;
    }
    // Between two items of a generator others run.
    if (node.is("yield") && code == region_) return false;
    if (node.is("call")) return steady_call(file, node);
    if (node.is("augmented_assignment") &&
        node.field("left").is("identifier")) {
      return only_bound_to(file, node.field("left"), is_literal);
    }
    if ((node.is("subscript") || node.is("attribute")) && is_target(node)) {
      return node == last_target_ || stores_in_own(file, node);
    }
    return true;
  }

  bool steady_call(const SourceFile& file, Node call) {
    const Node callee = call.field("function");
    const Node arguments = call.field("arguments");
    if (!arguments.is("argument_list")) return is_consumer(file, callee);
    std::size_t places = 0;
    for (Node given : arguments.children()) {
      if (given.is("dictionary_splat")) return false;
      if (given.is("list_splat") && callee.is("attribute")) return false;
      if (!given.is("keyword_argument")) {
        ++places;
        continue;
      }
      const std::string_view name = given.field("name").text();
      if ((name == "inplace" && given.field("value").text() != "False") ||
          name == "out") {
        return false;
      }
    }
    if (!calls_known(file, call)) return false;
    if (callee.is("identifier")) return known_function(file, callee);
    if (!callee.is("attribute")) return false;
    const std::string_view name = callee.field("attribute").text();
    const Node object = callee.field("object");
    if (names_module(file, object, "pandas")) {
      return pandas_functions().contains(name);
    }
    if (names_module(file, object, "numpy")) {
      return numpy_functions().contains(name) && places <= 2;
    }
    for (std::string_view module : plain_modules()) {
      if (names_module(file, object, module)) return true;
    }
    const bool two = name == "replace" || name == "clip";
    return plain_methods().contains(name) &&
           (places <= (two ? 2 : 1) || many_arguments().contains(name));
  }

  /// `sum(… for …)`
  bool is_consumer(const SourceFile& file, Node callee) {
    return (callee.is("identifier") && known_function(file, callee)) ||
           callee.field("attribute").text() == "join";
  }

  bool known_function(const SourceFile& file, Node name) {
    if (is_builtin(file, name)) return plain_builtins().contains(name.text());
    const Node import =
        enclosing(only_binding(file, name.text()), {"import_from_statement"});
    if (import)
      return plain_modules().contains(import.field("module_name").text());
    const Node own = only_binding(file, name.text()).parent();
    if (own.is("class_definition") && own.parent().is("module")) return true;
    const Node function = named_function(file, name);
    if (function) add(file, function);
    return bool(function);
  }

  /// What the call itself calls is known, too.
  bool calls_known(const SourceFile& file, Node call) {
    const std::string_view name = called_name(call);
    bool first = true;
    for (Node given : call.field("arguments").children()) {
      const bool named = given.is("keyword_argument");
      const std::string_view key = given.field("name").text();
      const bool order = name == "max" || name == "min" || name == "sorted";
      const bool function = named ? key == "key" || key == "func" ||
                                        (name == "agg" || name == "aggregate")
                                  : first && !order && callers().contains(name);
      first = false;
      if (function && !is_known(file, named ? given.field("value") : given)) {
        return false;
      }
    }
    return true;
  }

  bool is_known(const SourceFile& file, Node function) {
    if (function.is("identifier")) return known_function(file, function);
    if (function.is("list") || function.is("dictionary") ||
        function.is("tuple")) {
      const std::span<const Node> parts = function.children();
      return std::all_of(parts.begin(), parts.end(), [&](Node part) {
        return is_known(file, part.is("pair") ? part.field("value") : part);
      });
    }
    return function.is("lambda") || function.is("string") ||
           (function.is("attribute") &&
            function.field("object").text() == "str");
  }

  /// All that the variable is bound to, `total = 0` and the like, but for
  /// `total += x`. False: it is bound in another way, too.
  bool only_bound_to(const SourceFile& file, Node name,
                     bool (*fits)(const SourceFile&, Node)) const {
    const Node scope = enclosing(
        name, {"function_definition", "lambda", "class_definition", "module"});
    // Of the script's own variables its text tells all.
    const bool tells = scope.is("function_definition") ||
                       (scope.is("module") && &file == &project_.files[0]);
    bool any = false;
    for (const NameBinding& one :
         tells ? name_bindings(scope) : std::vector<NameBinding>()) {
      if (one.name != name.text()) continue;
      const Node statement = one.node.parent();
      if (statement.is("augmented_assignment")) continue;
      if (!statement.is("assignment") ||
          !(statement.field("left") == one.node) ||
          !fits(file, statement.field("right"))) {
        return false;
      }
      any = true;
    }
    return any;
  }

  static bool is_literal(const SourceFile& source, Node value) {
    return value.is("integer") || value.is("float") || value.is("string") ||
           value.is("unary_operator") || value.is("true") ||
           value.is("false") || is_container(source, value);
  }

  static bool is_container(const SourceFile& source, Node value) {
    if (value.is("list") || value.is("dictionary") || value.is("set") ||
        value.is("list_comprehension") ||
        value.is("dictionary_comprehension")) {
      return true;
    }
    return is_empty(source, value);
  }

  /// `[]`, `dict()`, `defaultdict(float)`: nothing but what the text puts there
  /// is in it.
  static bool is_empty(const SourceFile& source, Node value) {
    static const Words plain = {"dict", "list", "set"};
    static const Words imported = {"Counter", "defaultdict"};
    static const Words factories = {"int", "float", "str", "list", "set"};
    if ((value.is("list") || value.is("dictionary")) &&
        value.children().empty()) {
      return true;
    }
    const Node callee = value.field("function");
    const std::span<const Node> given = value.field("arguments").children();
    if (!value.is("call") || !callee.is("identifier")) return false;
    if (plain.contains(callee.text()) && is_builtin(source, callee)) {
      return given.empty();
    }
    const Node import = enclosing(only_binding(source, callee.text()),
                                  {"import_from_statement"});
    return imported.contains(callee.text()) &&
           import.field("module_name").text() == "collections" &&
           (given.empty() ||
            (given.size() == 1 && factories.contains(given[0].text()) &&
             is_builtin(source, given[0])));
  }

  /// `sums[k] = x`, `part["c"] = x`
  bool stores_in_own(const SourceFile& file, Node target) const {
    const Node root = root_of(target);
    if (!root.is("identifier")) return false;
    const bool adds = target.parent().is("augmented_assignment");
    const bool here =
        &file == &source_ && enclosing(target, {"function_definition", "lambda",
                                                "module"}) == scope_;
    const bool own = here && own_.contains(root.text());
    if (own && target.is("attribute") && target.field("object") == root) {
      return !adds;
    }
    if (!target.is("subscript")) return false;
    const Node value = target.field("value");
    if (value == root) {
      if (adds) return holds_only_totals(file, root);
      if (only_bound_to(file, root, is_container)) return true;
    }
    static const Words places = {"at", "iat", "iloc", "loc"};
    const bool cell = value.is("attribute") && value.field("object") == root &&
                      places.contains(value.field("attribute").text());
    // A cell may hold another table.
    return !adds && (value == root || cell) &&
           (own ||
            (!defines_copies() && only_bound_to(file, root, is_new_table)));
  }

  /// Nobody else has it: `group.copy()`, `pd.concat(…)`.
  static bool is_new_table(const SourceFile& file, Node value) {
    static const Words functions = {"concat", "merge", "read_csv"};
    const Node callee = value.field("function");
    const std::string_view name = callee.field("attribute").text();
    if (!value.is("call") || !callee.is("attribute")) return false;
    if (keyword(value, "deep") || keyword(value, "copy") ||
        (name == "copy" && !value.field("arguments").children().empty())) {
      return false;  // it may share its columns
    }
    if (new_tables().contains(name)) return true;
    if (!names_module(file, callee.field("object"), "pandas")) return false;
    const std::span<const Node> given = value.field("arguments").children();
    return functions.contains(name) ||
           (name == "DataFrame" &&
            (given.empty() || given[0].is("dictionary") ||
             given[0].is("list")));
  }

  static const Words& new_tables() {
    static const Words names = {"assign", "copy", "merge", "reset_index",
                                "sort_values"};
    return names;
  }

  /// A class of the program has such a method, which may give anything.
  bool defines_copies() const {
    bool found = false;
    for (const SourceFile& file : project_.files) {
      walk(file.root(), [&](Node node) {
        found = found || (node.is("function_definition") &&
                          new_tables().contains(node.field("name").text()));
        return !found;
      });
    }
    return found;
  }

  /// `sums[k] += x`: what is there was never a column of a table.
  bool holds_only_totals(const SourceFile& file, Node name) const {
    if (!only_bound_to(file, name, is_empty)) return false;
    bool fits = true;
    walk(enclosing(name, {"function_definition", "module"}), [&](Node node) {
      const bool mentions = node.is("identifier") &&
                            node.text() == name.text() &&
                            !(node.parent().field("attribute") == node);
      if (mentions) fits = fits && keeps_totals(file, node);
      return fits;
    });
    return fits;
  }

  bool keeps_totals(const SourceFile& file, Node mention) const {
    static const Words looks = {"get", "items", "keys", "most_common",
                                "values"};
    const Node parent = mention.parent();
    if (parent.is("subscript") && parent.field("value") == mention) {
      const Node statement = parent.parent();
      return !is_target(parent) || statement.is("augmented_assignment") ||
             (statement.is("assignment") && statement.field("left") == parent &&
              is_literal(file, statement.field("right")));
    }
    if (parent.is("attribute")) {
      return looks.contains(parent.field("attribute").text()) &&
             is_callee(parent);
    }
    if (parent.is("argument_list")) {
      const Node callee = parent.parent().field("function");
      return is_builtin(file, callee) &&
             plain_builtins().contains(callee.text());
    }
    return parent.is("comparison_operator") || parent.is("return_statement") ||
           parent.is("interpolation") ||
           (parent.is("assignment") && parent.field("left") == mention) ||
           ((parent.is("for_statement") || parent.is("for_in_clause")) &&
            parent.field("right") == mention);
  }

  const Project& project_;
  const SourceFile& source_;
  Node scope_;
  const std::set<std::string, std::less<>>& own_;
  Node region_;
  Node last_target_;
  Node changing_;
  std::set<std::string_view> values_;
  std::set<const void*> known_;
  std::vector<std::pair<const SourceFile*, Node>> pending_;
};

}  // namespace

Node changes_table(const Project& project, const SourceFile& source,
                   Node region, Node scope,
                   const std::set<std::string, std::less<>>& own) {
  return SteadyReader(project, source, scope, own).read(region);
}

}  // namespace ppp::advisor
