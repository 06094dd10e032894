// SPDX-License-Identifier: Apache-2.0
// Expressions that give the same where a loop begins as where they stand.

#pragma once

#include <string_view>

#include "advisor/between.h"
#include "advisor/pieces.h"

namespace ppp::advisor {

class Repeatable {
 public:
  /// `between`: what may run in the meantime; null: anything, so that a
  /// variable must have one binding. All borrowed.
  Repeatable(const Trial& trial, const Between* between)
      : trial_(trial), interpreter_(trial.interpreter), between_(between) {}

  /// Evaluating `value`, which stands in `scope`, in the loop's scope where the
  /// loop begins gives the same and has no effect.
  bool gives_the_same(Node value, int scope) const;

 private:
  bool same_later(std::string_view name, int scope) const;
  bool reads_environment(Node value, int scope) const;
  bool reads_arguments(Node value, int scope) const;
  bool is_immutable(const Object& object) const;
  bool is_module(Node name, int scope, std::string_view module) const;

  const Trial& trial_;
  const Interpreter& interpreter_;
  const Between* between_;
};

}  // namespace ppp::advisor
