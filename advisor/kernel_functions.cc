// SPDX-License-Identifier: Apache-2.0
// Functions that pandas runs for each row: what they return, as an expression.
#include <algorithm>
#include <set>
#include <span>

#include "advisor/kernel_reader.h"
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

/// A variable's value stands wherever that is read.
constexpr int kMostParts = 50;

int size_of(const KernelExpr& value) {
  int size = 1;
  for (const KernelExpr& part : value.parts) size += size_of(part);
  return size;
}

}  // namespace

// `df.apply(f, axis=1)`, `df["price"].apply(f)`
bool KernelReader::read_row_call() {
  const RowCall call = *row_call(trial_.loop.node);
  if (!may_be_frame(call.frame)) return not_understood(call.frame);
  const std::string frame(call.frame.text());
  kernel_.comprehension = true;
  kernel_.gives_series = true;
  kernel_.series_name = call.label;
  add_frame(frame, call.label.empty());
  kernel_.loop.axis = 0;
  kernel_.loop.index = "#" + std::to_string(unnamed_++);
  kernel_.loop.stop = {"len(" + frame + ")", 0, {frame}};
  counting_[kernel_.loop.index] = kernel_.loop;
  Local row;
  row.kind =
      call.label.empty() ? Local::Kind::kRecord : Local::Kind::kColumnItem;
  row.label = call.label;
  row.value = {KernelExpr::Kind::kRead,
               frame,
               NumberType::kNumber,
               1,
               {{KernelExpr::Kind::kName,
                 kernel_.loop.index,
                 NumberType::kInteger,
                 1,
                 {}}}};
  row.value.of_row = call.label.empty();
  const Node function =
      call.function.is("lambda") ? call.function : function_of(call.function);
  const Node parameter = function ? only_parameter(function) : Node();
  if (!parameter) return not_understood(call.function);
  bound_.insert(std::string(parameter.text()));
  locals_[std::string(parameter.text())] = row;
  Expr value = function.is("lambda") ? returned(function.field("body"))
                                     : returned_by(function);
  if (!value) return false;
  KernelStep step;
  step.kind = KernelStep::Kind::kAppend;
  step.value = std::move(*value);
  kernel_.steps.push_back(std::move(step));
  return true;
}

// A function of this module, that nothing else can be called by that name.
Node KernelReader::function_of(Node name) const {
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
    Expr value;
    if (given && times_bound(function_, target.text()) == 1) {
      value = expression(given);
    }
    if (!value || size_of(*value) > kMostParts) {
      not_understood(first);
      return std::nullopt;
    }
    Local made;
    made.kind = Local::Kind::kValue;
    made.value = std::move(*value);
    locals_[std::string(target.text())] = made;
    return returned_by(statements);
  }
  if (!first.is("if_statement")) {
    not_understood(first);
    return std::nullopt;
  }
  Expr asked = condition(first.field("condition"));
  if (!asked) return std::nullopt;
  const Locals before = locals_;
  Expr yes = returned_by(block_of(first.field("consequence")));
  if (!yes) return std::nullopt;
  locals_ = before;
  std::vector<Node> others = first.fields("alternative");
  Expr no = returned_otherwise(others, statements);
  if (!no) return std::nullopt;
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
  Expr yes = returned_by(block_of(first.field("consequence")));
  if (!yes) return std::nullopt;
  locals_ = before;
  Expr no = returned_otherwise(others, behind);
  if (!no) return std::nullopt;
  return either(first, std::move(*asked), std::move(*yes), std::move(*no));
}

KernelReader::Expr KernelReader::returned(Node node) {
  while (node.is("parenthesized_expression")) node = node.child(0);
  const std::span<const Node> parts = node.children();
  if (!node.is("conditional_expression") || parts.size() != 3) {
    return expression(node);
  }
  Expr asked = condition(parts[1]);
  if (!asked) return std::nullopt;
  Expr yes = returned(parts[0]);
  if (!yes) return std::nullopt;
  Expr no = returned(parts[2]);
  if (!no) return std::nullopt;
  return either(node, std::move(*asked), std::move(*yes), std::move(*no));
}

// A Series of ints and floats is one of floats; it is asked that both are
// there.
KernelReader::Expr KernelReader::either(Node node, KernelExpr asked,
                                        KernelExpr yes, KernelExpr no) {
  const bool numbers = is_number(yes.type) && is_number(no.type);
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
