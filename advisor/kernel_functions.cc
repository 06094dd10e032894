// SPDX-License-Identifier: Apache-2.0
// Functions that pandas runs for each row: what they return, as an expression.
#include <algorithm>
#include <set>
#include <span>

#include "advisor/kernel_reader.h"
#include "advisor/named_function.h"
#include "advisor/row_call.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

/// The only parameter; null: there is none, or more than a plain one.
Node only_parameter(Node function) {
  const std::span<const Node> parameters =
      function.field("parameters").children();
  if (parameters.size() != 1) return Node();
  const Node one = parameters[0].is("typed_parameter") ? parameters[0].child(0)
                                                       : parameters[0];
  return one.is("identifier") ? one : Node();
}

bool is_docstring(Node statement) {
  return statement.is("expression_statement") &&
         statement.children().size() == 1 && statement.child(0).is("string");
}

int times_bound(Node function, std::string_view name) {
  int times = 0;
  walk(function.field("body"), [&](Node node) {
    if (node.is("assignment") || node.is("augmented_assignment")) {
      for (const std::string& one : bound_names(node.field("left"))) {
        times += one == name;
      }
    }
    return true;
  });
  return times;
}

KernelExpr negated(const KernelExpr& asked) {
  return {KernelExpr::Kind::kOperation,
          "not",
          NumberType::kFlag,
          asked.axes,
          {asked}};
}

}  // namespace

// `df.apply(f, axis=1)`, `df["price"].apply(f)`
bool KernelReader::read_row_call() {
  const auto row_of_call = row_call(trial_.loop.node);
  if (!row_of_call) return not_understood(trial_.loop.node);
  const RowCall& call = *row_of_call;
  if (!may_be_frame(call.frame)) return not_understood(call.frame);
  const std::string frame(call.frame.text());
  kernel_.comprehension = true;
  current_ = &kernel_.steps;
  kernel_.gives_series = true;
  kernel_.series_name = call.label;
  add_frame(frame, call.label.empty());
  kernel_.loop.axis = 0;
  kernel_.loop.index = "#" + std::to_string(unnamed_++);
  kernel_.loop.stop = {"len(" + frame + ")", 0, {frame}};
  counting_[kernel_.loop.index] = kernel_.loop;
  Local row = row_of(frame, kernel_.loop);
  if (call.label.empty()) {
    row.value.maker = NumberMaker::kRow;
  } else {
    row.kind = Local::Kind::kColumnItem;
    row.label = call.label;
  }
  const Node function =
      call.function.is("lambda") ? call.function : function_of(call.function);
  const Node parameter = function ? only_parameter(function) : Node();
  if (!parameter) return not_understood(call.function);
  bound_.insert(std::string(parameter.text()));
  locals_[std::string(parameter.text())] = row;
  Expr value = function.is("lambda") ? returned(function.field("body"))
                                     : returned_by(function);
  if (!value) return false;
  // Of a column that the function does not read the type matters as well.
  const bool dates =
      std::any_of(kernel_.inputs.begin(), kernel_.inputs.end(),
                  [](const KernelInput& one) { return !one.of_date.empty(); });
  if (!call.label.empty() && !dates) {
    add_column(frame, call.label, NumberType::kNumber);
  }
  KernelStep step;
  step.kind = KernelStep::Kind::kAppend;
  step.value = std::move(*value);
  kernel_.steps.push_back(std::move(step));
  return check_rows();
}

// A function of this module.
Node KernelReader::function_of(Node name) const {
  if (function_ && name.is("identifier") && !bound_.contains(name.text())) {
    // The analysis has not been there with what rows hold.
    const Node bound = only_binding(*trial_.loop.source, name.text());
    const Node site = bound.parent();
    const bool plain = bound && site.is("function_definition") &&
                       site.field("name") == bound &&
                       site.parent().is("module") && !scope_names(site).async;
    return plain ? site : Node();
  }
  const Value value = trial_.interpreter.value_of(name);
  if (value.size() != 1) return Node();
  const Object& object = trial_.interpreter.heap().at(*value.begin());
  const bool plain = object.kind == Object::Kind::kFunction &&
                     object.source == trial_.loop.source &&
                     object.site.is("function_definition") &&
                     object.site.parent().is("module") &&
                     !scope_names(object.site).async;
  return plain ? object.site : Node();
}

// `pd`, which nothing but its import binds.
bool KernelReader::is_module(Node node, std::string_view module) const {
  return !bound_.contains(node.text()) &&
         names_module(*trial_.loop.source, node, module);
}

// In a function that is called: `abs`, `math.sqrt`, `sqrt`.
std::string KernelReader::name_in_function(Node callee) const {
  static const std::set<std::string_view> builtins = {"abs", "float", "len",
                                                      "max", "min"};
  const SourceFile& source = *trial_.loop.source;
  if (!function_ || star_imports(source)) return "";
  if (const std::string name = named_member(source, callee, "math");
      !name.empty() && !bound_.contains(callee.text())) {
    return "math." + name;
  }
  if (callee.is("identifier")) {
    const bool own = bound_.contains(callee.text());
    bool bound = false;
    for (const NameBinding& one : name_bindings(source.root())) {
      bound = bound || one.name == callee.text();
    }
    return !own && !bound && builtins.contains(callee.text())
               ? "builtins." + std::string(callee.text())
               : "";
  }
  return callee.is("attribute") && is_module(callee.field("object"), "math")
             ? "math." + std::string(callee.field("attribute").text())
             : "";
}

// Of what a function reads: its module gives it a number, once.
std::optional<NumberType> KernelReader::constant_type(
    const std::string& name) const {
  if (!function_) return std::nullopt;
  const Node bound = only_binding(*trial_.loop.source, name);
  const Node made = bound.parent();
  const Node value = made.field("right");
  if (!made.is("assignment") || !(made.field("left") == bound)) {
    return std::nullopt;
  }
  if (value.is("integer")) return NumberType::kInteger;
  if (value.is("float")) return NumberType::kFloat;
  return std::nullopt;
}

// It is computed where it is bound, and by the iterations that come there: it
// may fail, also where nobody reads it.
KernelReader::Local KernelReader::bound_value(std::string_view name,
                                              KernelExpr value) {
  Local made;
  made.kind = Local::Kind::kValue;
  if (value.kind != KernelExpr::Kind::kOperation) {
    made.value = std::move(value);
    return made;
  }
  const std::string own = own_name(name);
  made.value = {KernelExpr::Kind::kName, own, value.type, value.axes, {}};
  made.value.maker = value.maker;
  KernelStep step;
  step.name = own;
  step.value = std::move(value);
  for (auto asked = path_.rbegin(); asked != path_.rend(); ++asked) {
    KernelStep around;
    around.kind = KernelStep::Kind::kIf;
    around.value = *asked;
    around.body.push_back(std::move(step));
    step = std::move(around);
  }
  current_->push_back(std::move(step));
  return made;
}

/// What the function's parameters are; nothing: not understood.
std::optional<KernelReader::Locals> KernelReader::arguments(Node call,
                                                            Node function) {
  const std::span<const Node> given = call.field("arguments").children();
  const std::span<const Node> wanted = function.field("parameters").children();
  if (!call.field("arguments").is("argument_list") ||
      given.size() != wanted.size()) {
    return std::nullopt;
  }
  Locals made;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const Node name =
        wanted[i].is("typed_parameter") ? wanted[i].child(0) : wanted[i];
    if (!name.is("identifier")) return std::nullopt;
    Local local;
    const auto record = locals_.find(given[i].text());
    if (given[i].is("identifier") && record != locals_.end() &&
        record->second.kind == Local::Kind::kRecord) {
      local = record->second;
    } else if (const auto read = column_read(given[i])) {
      local = named_column(*read);
    } else {
      Expr value = expression(given[i]);
      if (!value) return std::nullopt;
      local = bound_value(name.text(), std::move(*value));
    }
    made[std::string(name.text())] = local;
  }
  return made;
}

// A call of a function of the module is what that returns. `given_back`: the
// result is an item of a Series.
KernelReader::Expr KernelReader::inlined(Node call, bool given_back) {
  constexpr int kMostCalls = 3;
  const Node called = call.field("function");
  const Node function = function_of(called);
  std::optional<Locals> parameters;
  if (function && calls_ < kMostCalls && shielded_ == 0 &&
      bound_before(trial_, called.text()))
    parameters = arguments(call, function);
  if (!parameters) {
    not_understood(call);
    return std::nullopt;
  }
  const Locals locals = std::exchange(locals_, std::move(*parameters));
  const Names bound = std::exchange(bound_, {});
  const Node outer = std::exchange(function_, function);
  const bool strict = std::exchange(strict_, strict_ || !given_back);
  if (calls_++ == 0) {
    loop_bound_ = bound;
    called_at_ = call.range().begin;
  }
  for (const auto& [name, local] : locals_) bound_.insert(name);
  Expr value = returned_by(function);
  --calls_;
  strict_ = strict;
  function_ = outer;
  bound_ = bound;
  locals_ = locals;
  return value;
}

KernelReader::Expr KernelReader::returned_by(Node function) {
  function_ = function;
  for (const std::string& name : scope_names(function).locals) {
    bound_.insert(name);
  }
  const std::span<const Node> body = function.field("body").children();
  std::vector<Node> statements(body.begin(), body.end());
  if (!statements.empty() && is_docstring(statements[0])) {
    statements.erase(statements.begin());
  }
  return returned_by(statements);
}

// `if a: return x` and what follows is `x if a else …`.
KernelReader::Expr KernelReader::returned_by(std::vector<Node> statements) {
  if (statements.empty()) {
    not_understood(function_);  // gives None
    return std::nullopt;
  }
  const Node first = statements.front();
  statements.erase(statements.begin());
  if (first.is("return_statement") && first.children().size() == 1) {
    return returned(first.child(0));
  }
  if (first.is("expression_statement") && first.child(0).is("assignment") &&
      first.child(0).field("left").is("identifier")) {
    const Node target = first.child(0).field("left");
    const Node given = first.child(0).field("right");
    const bool once = given && times_bound(function_, target.text()) == 1;
    if (const auto read = once ? column_read(given) : std::nullopt) {
      locals_[std::string(target.text())] = named_column(*read);
      return returned_by(statements);
    }
    Expr value;
    if (once) value = expression(given);
    if (!value) {
      not_understood(first);
      return std::nullopt;
    }
    locals_[std::string(target.text())] =
        bound_value(target.text(), std::move(*value));
    return returned_by(statements);
  }
  if (!first.is("if_statement")) {
    not_understood(first);
    return std::nullopt;
  }
  Expr asked = condition(first.field("condition"));
  if (!asked) return std::nullopt;
  const Locals before = locals_;
  path_.push_back(*asked);
  Expr yes = returned_by(block_of(first.field("consequence")));
  if (!yes) return std::nullopt;
  locals_ = before;
  path_.back() = negated(*asked);
  std::vector<Node> others = first.fields("alternative");
  Expr no = returned_otherwise(others, statements);
  if (!no) return std::nullopt;
  path_.pop_back();
  return either(first, std::move(*asked), std::move(*yes), std::move(*no));
}

// What `elif` and `else` give, or else what stands behind.
KernelReader::Expr KernelReader::returned_otherwise(
    std::vector<Node> others, const std::vector<Node>& behind) {
  if (others.empty()) return returned_by(behind);
  const Node first = others.front();
  others.erase(others.begin());
  if (first.is("else_clause"))
    return returned_by(block_of(first.field("body")));
  Expr asked = condition(first.field("condition"));
  if (!asked) return std::nullopt;
  const Locals before = locals_;
  path_.push_back(*asked);
  Expr yes = returned_by(block_of(first.field("consequence")));
  if (!yes) return std::nullopt;
  locals_ = before;
  path_.back() = negated(*asked);
  Expr no = returned_otherwise(others, behind);
  if (!no) return std::nullopt;
  path_.pop_back();
  return either(first, std::move(*asked), std::move(*yes), std::move(*no));
}

KernelReader::Expr KernelReader::returned(Node node) {
  while (node.is("parenthesized_expression")) node = node.child(0);
  const std::span<const Node> parts = node.children();
  if (!node.is("conditional_expression") || parts.size() != 3) {
    if (node.is("call") && function_of(node.field("function"))) {
      return inlined(node, /*given_back=*/true);
    }
    return expression(node);
  }
  Expr asked = condition(parts[1]);
  if (!asked) return std::nullopt;
  path_.push_back(*asked);
  Expr yes = returned(parts[0]);
  if (!yes) return std::nullopt;
  path_.back() = negated(*asked);
  Expr no = returned(parts[2]);
  if (!no) return std::nullopt;
  path_.pop_back();
  return either(node, std::move(*asked), std::move(*yes), std::move(*no));
}

// A Series of ints and floats is one of floats; it is asked that both are
// there.
KernelReader::Expr KernelReader::either(Node node, KernelExpr asked,
                                        KernelExpr yes, KernelExpr no) {
  if (strict_) {
    if (const auto type = common_type(yes, no);
        type && asked.type == NumberType::kFlag) {
      KernelExpr made{KernelExpr::Kind::kOperation,
                      "if",
                      *type,
                      asked.axes | yes.axes | no.axes,
                      {asked, yes, no}};
      made.maker = either_maker(yes.maker, no.maker);
      return made;
    }
  }
  const bool numbers = is_number(yes.type) && is_number(no.type) && !strict_;
  if (asked.type != NumberType::kFlag || (!numbers && yes.type != no.type)) {
    refuse(node, "mixed-types",
           "what the function returns is not of one type, line " +
               std::to_string(node.line()));
    return std::nullopt;
  }
  KernelExpr made{KernelExpr::Kind::kOperation,
                  numbers ? "either" : "if",
                  yes.type == no.type ? yes.type : NumberType::kFloat,
                  asked.axes | yes.axes | no.axes,
                  {asked, yes, no}};
  return made;
}

}  // namespace ppp::advisor
