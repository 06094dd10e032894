// SPDX-License-Identifier: Apache-2.0
// Follows clock readings through a project: repeats an evaluation of all its
// code, in no order, until no variable learns anything new; then once more to
// record where clock values end up. Conditions on clock values are reported,
// so values need not be followed through control flow.

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "advisor/clock_text.h"
#include "advisor/clock_value.h"
#include "advisor/log_times.h"
#include "advisor/plan.h"
#include "advisor/source_file.h"

namespace ppp::advisor::clock {

struct Arguments {
  Node call;  ///< null when Python itself calls
  std::vector<Value> positional;
  std::vector<Node> nodes;  ///< of `positional`
  std::map<std::string, Value> named;
  std::map<std::string, Node> named_nodes;
  std::optional<Value> spread;  ///< what *x and **x may hold

  std::size_t count() const { return positional.size() + named.size(); }
};

/// What concerns more functions or objects than this at once is worked out once
/// in a pass for all that ask.
constexpr std::size_t kFew = 8;
/// Of a class: further bases are not looked at.
constexpr int kDeepestBase = 20;

/// How a function is called.
struct Manner {
  bool through = false;    ///< as an attribute
  bool on_class = false;   ///< of a class
  bool on_module = false;  ///< of a module

  auto operator<=>(const Manner&) const = default;
};

/// What classes know of an attribute.
struct Owners {
  bool some_have_it = false;
  bool may_inherit_it = false;  ///< one lacks it and has a base elsewhere
};

/// All calls of the methods of a name.
struct Group {
  Arguments arguments;  ///< without the nodes
  Value base;
  Value result;
};

class Flow {
 public:
  Flow(const Project& project, std::function<bool()> stop);
  ClockUse run();

 private:
  bool too_much();
  ClockUse give_up() const;

  // Set-up: clock_flow.cc
  void make_scopes(Node node, Scope& scope);
  Scope& new_scope(Node node, Scope* parent);
  void run_pass();
  void import_names(Node statement, Scope& scope);
  void import_from(Node statement, Scope& scope);
  Value module_value(const std::string& module) const;
  Scope* module_scope(std::string_view module) const;

  // Names and places: clock_places.cc
  Variable* resolve(std::string_view name, Scope& scope);
  Variable* in_module(std::string_view name, Scope& module, int depth);
  Value read_name(std::string_view name, Scope& scope);
  static Value without_properties(const Value& stored);
  Value read_attribute(const Value& base, const std::string& name);
  Value attribute_of_path(const std::string& path, const std::string& name);
  bool has_attribute(const Class& owner, const std::string& name,
                     int depth = 0) const;
  bool has_library_base(const Class& owner, int depth = 0) const;
  void bind(Node target, const Value& value, Node source, Scope& scope);
  void bind_sequence(std::span<const Node> targets, const Value& value,
                     Node source, Scope& scope);
  void store_attribute(Node target, const Value& value, Scope& scope);
  void store_subscript(Node target, const Value& value, Scope& scope);
  void add(Value& to, const Value& value);
  void put(const Value& container, const Value& value, Node at, Scope& scope);
  Object& object(const void* site, int which = 0);
  Value container(const void* site, const Value& elements);
  Value elements_of(const Value& value);
  /// What any of the objects holds, or holds by this key.
  Value held_by(const SharedSet<Object*>& objects,
                const std::optional<std::string>& key = {});
  void put_into(const SharedSet<Object*>& objects, const Value& value);
  Owners owners_of(const SharedSet<Class*>& classes, const std::string& name);
  Value item_of(const Value& value, std::size_t index, std::size_t count);
  /// The value itself and everything reachable from it.
  Taint deep(const Value& value) const;
  Taint contents(const Value& value) const;

  // Statements: clock_statements.cc
  void run_statement(Node node, Scope& scope);
  void run_children(Node node, Scope& scope);
  void run_for(Node node, Scope& scope);
  void run_with(Node node, Scope& scope);
  void run_match(Node node, Scope& scope);
  void run_return(Node node, Scope& scope);
  void condition(Node node, Scope& scope, const char* what);
  void must_be_clean(Node node, Scope& scope, const char* what);
  Value define_function(Node node, Scope& scope);
  Value define_class(Node node, Scope& scope);
  void define_decorated(Node node, Scope& scope);
  Value decorate(Node decorator, const Value& value, Scope& scope);
  void check_special_method(Function& function, Scope& scope);
  Function& function_of(Node node, Scope& scope);
  void read_parameters(Node parameters, Function& function);

  // Expressions: clock_expressions.cc
  Value eval(Node node, Scope& scope);
  Value eval_kind(Node node, Scope& scope);
  Value eval_string(Node node, Scope& scope);
  Value eval_binary(Node node, Scope& scope);
  Value eval_comparison(Node node, Scope& scope);
  Value eval_attribute(Node node, Scope& scope);
  Value attribute_of(const Value& base, Node node, Scope& scope);
  Value eval_subscript(Node node, Scope& scope);
  Value eval_display(Node node, Scope& scope);
  Value eval_dictionary(Node node, Scope& scope);
  Value eval_comprehension(Node node, Scope& scope);
  Value eval_other(Node node, Scope& scope);
  Value operate(const Value& left, std::string_view op, const Value& right,
                Node node, Scope& scope);

  // Calls: clock_calls.cc, clock_library.cc
  Value eval_call(Node node, Scope& scope);
  Arguments arguments_of(Node call, Scope& scope);
  Value call_value(const Value& callee, Node callee_node, Arguments& arguments,
                   Scope& scope);
  Value call_on(const Value& base, const Value& callee, Node callee_node,
                Arguments& arguments, Scope& scope);
  Value call_each(const SharedSet<Function*>& functions,
                  const Arguments& arguments, const Value& base, Manner manner);
  Value call_many(const std::string& name, const Arguments& more,
                  const Value& base, Manner manner);
  void run_groups();
  Value call_function(Function& function, const Arguments& arguments,
                      const Value* self, bool either_way);
  void give(Function& function, std::size_t index, const Value& value);
  Value call_class(Class& owner, const Arguments& arguments, Scope& scope);
  Function* find_method(const Class& owner, const std::string& name,
                        int depth = 0);
  Value call_path(const std::string& path, Arguments& arguments, Scope& scope);
  Value call_method(const Value& base, const std::string& name,
                    Arguments& arguments, Scope& scope, bool& done);
  std::optional<Value> call_container(const Value& base,
                                      const std::string& name,
                                      Arguments& arguments, Scope& scope);
  std::optional<Value> call_computing_method(const Value& base,
                                             const std::string& name,
                                             const Arguments& arguments,
                                             Scope& scope);
  std::optional<Value> call_builtin(std::string_view name, Arguments& arguments,
                                    Scope& scope);
  std::optional<Value> call_sequence_builtin(std::string_view name,
                                             Arguments& arguments,
                                             Scope& scope);
  Value call_extremum(const Arguments& arguments, Scope& scope);
  Value call_getattr(const Arguments& arguments, Scope& scope);
  Value call_unknown(const Arguments& arguments, Scope& scope,
                     const char* what);
  void order_by(const Value& container, const Arguments& arguments,
                Scope& scope);
  void escape(const Value& value, Node at, Scope& scope);
  void escape_outside(const Value& value, Node at, Scope& scope);
  Value all_of(const Arguments& arguments) const;

  // Output: clock_output.cc
  void output_print(Arguments& arguments, Scope& scope);
  void output_write(Arguments& arguments, Scope& scope);
  void output_log(Arguments& arguments, Scope& scope);
  void emit_record(Node call, Scope& scope, const Pieces& message);
  void output_records();
  void emit(Node call, Scope& scope, const Pieces& pieces);
  Pieces pieces_of(Node node, Scope& scope, int depth = 0);
  Pieces hole(Node node, Scope& scope);
  Pieces pieces_of_name(Node node, Scope& scope, int depth);
  Pieces pieces_of_string(Node node, Scope& scope, int depth);
  Pieces pieces_of_call(Node node, Scope& scope, int depth);
  Pieces pieces_of_strftime(Node node, Node format, Scope& scope);
  Pieces pieces_of_binary(Node node, Scope& scope, int depth);
  std::optional<Pieces> pieces_of_percent(const std::string& format,
                                          Node values, Scope& scope, int depth);
  std::optional<Pieces> pieces_of_format(const std::string& format, Node call,
                                         Scope& scope, int depth);

  void steer(Node at, Scope& scope, const std::string& what);
  std::string tainted_name(Node node, Scope& scope);

  const Project& project_;
  std::size_t size_ = 0;  ///< of the source texts, in bytes
  std::map<const void*, std::unique_ptr<Scope>> scopes_;
  std::map<const void*, std::unique_ptr<Function>> functions_;
  std::map<const void*, std::unique_ptr<Class>> classes_;
  std::map<std::pair<const void*, int>, std::unique_ptr<Object>> objects_;
  std::map<std::string, Variable, std::less<>> attributes_;
  std::map<std::string, std::set<Function*>> setters_;
  std::vector<Scope*> modules_;                  ///< as project_.files
  std::map<std::string_view, Scope*> by_name_;   ///< the modules
  std::vector<std::vector<std::string>> stars_;  ///< `from … import *`
  std::set<std::size_t> unclear_builtins_;       ///< files with a library star
  /// What is reached from these objects and instances, as of this pass.
  mutable std::map<std::pair<SharedSet<Object*>, SharedSet<Class*>>, Taint>
      contents_;
  /// What code that is not followed has got in this pass.
  std::set<const Object*> escaped_;
  /// What these objects hold, as of this pass.
  std::map<std::pair<SharedSet<Object*>, std::optional<std::string>>, Value>
      held_;
  /// What was put into all of these objects in this pass.
  std::map<SharedSet<Object*>, Value> put_;
  /// By classes and name, as of this pass.
  std::map<std::pair<SharedSet<Class*>, std::string>, Owners> owners_;
  /// Classes whose objects are known to get the attribute.
  std::set<std::pair<SharedSet<Class*>, std::string>> stored_;
  std::map<std::pair<std::string, Manner>, Group> groups_;
  bool changed_ = false;
  bool last_ = false;  ///< the recording pass
  bool logging_changed_ = false;
  int depth_ = 0;
  long steps_ = 0;  ///< evaluations and calls so far
  std::function<bool()> stop_;

  std::vector<TimedRecord> records_;
  ClockUse use_;
  std::set<const void*> emitted_;
  std::map<std::pair<std::size_t, std::uint32_t>, Reason> steers_;
};

}  // namespace ppp::advisor::clock
