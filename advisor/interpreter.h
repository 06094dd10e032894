// SPDX-License-Identifier: Apache-2.0
// A whole-program abstract interpreter: which objects each expression may give
// and which effects each piece of code may have.
//
// Sound for what it understands, and what it does not understand is an effect
// of kind kUnknown with the expression named. Flow-insensitive: a variable is
// the union of all that is ever assigned to it. Functions are evaluated apart
// for calls from inside an iteration of a loop in question and for all others;
// one run answers the questions about many loops. What has read something that
// grew is evaluated again, until nothing grows.

#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "advisor/definite.h"
#include "advisor/definitions.h"
#include "advisor/effect.h"
#include "advisor/heap.h"
#include "advisor/library.h"
#include "advisor/plan.h"
#include "advisor/scopes.h"
#include "advisor/source_file.h"
#include "advisor/unshared.h"

namespace ppp::advisor {

/// A loop that a run of the interpreter is about: a for_statement, a
/// while_statement, a comprehension, an item call, or a row of statements.
struct Question {
  const SourceFile* source = nullptr;
  Node loop;
  /// All of it in bytes.
  ByteRange range;
  /// Consecutive statements that are in question instead of a loop. `loop` is
  /// then the first.
  std::vector<Node> row;
  /// The call that is the loop, or that feeds it; null where there is none. Its
  /// function is one of `parts`, which runs for every item.
  Node item_call;
  Node item_function;
  /// The call that uses up a generator or item call; one of `parts`.
  Node consumer;
  /// The loop's first iterable, if what it does is to be kept apart: evaluated
  /// and iterated as a part, as if it belonged to the iterations.
  Node source_apart;
  /// Statements and expressions of the loop whose effects are kept apart. The
  /// effects of an inner part are not part of an outer one's.
  std::vector<Node> parts;
};

/// One activation of a scope: all calls of a function in one context.
struct Scope {
  explicit Scope(Tracker& tracker)
      : variables(tracker),
        defined(tracker),
        unshared(tracker),
        assigned_elsewhere(tracker),
        returns(tracker),
        yields(tracker),
        self(tracker) {}

  const ScopeNames* names = nullptr;
  const SourceFile* source = nullptr;
  Node node;
  int parent = -1;
  Context context = Context::kOutside;
  Cells variables;
  /// The part of a variable's values that one statement gave it.
  Cells defined;
  /// By the same key: what it made, for as long as nothing else refers to it.
  Cells unshared;
  /// Variables that others assign as well: callees, other modules.
  Cells assigned_elsewhere;
  Cell returns;
  Cell yields;
  int task = -1;
  int unit = -1;
  bool evaluated = false;  ///< at least once
  ObjectId owner = -1;     ///< the class whose body or method this is
  Cell self;               ///< first parameter of a method
  bool memoized = false;   ///< its results are kept for later calls
  /// By variable: the places that bind it, parameters left out.
  std::map<std::string, std::set<const void*>, std::less<>> sites;
};

/// The arguments of a call.
struct Arguments {
  std::vector<Value> positional;
  std::map<std::string, Value, std::less<>> keywords;
  Value splat;          ///< items of *args
  Value keyword_splat;  ///< values of **kwargs
  bool has_splat = false;
  bool has_keyword_splat = false;
  bool awaited = false;     ///< a coroutine that the call gives is, at once
  bool as_written = false;  ///< those of a call in the source: `node`
  Node node;
};

/// The name in Scope::defined for what `statement`, of that scope, gives
/// `name`.
std::string definition_key(std::string_view name, Node statement);

class Interpreter {
 public:
  static constexpr std::size_t kMostQuestions = 64;

  Interpreter(const Project& project, const Library& library,
              std::vector<Question> questions);
  /// Evaluates to the fixpoint. False: gave up (a bound was hit, or `stop`, if
  /// there is one, was true); treat as unknown. With fewer questions there is
  /// less to evaluate.
  /// `reads_per_scope`: how much work is too much, as reads of state.
  bool run(std::function<bool()> stop = {},
           std::uint64_t reads_per_scope = 10'000);
  /// The run gave up as it was too much work: fewer questions would not help.
  bool too_much() const;
  /// The variable that may be the most objects, in words.
  std::string widest_variable() const;
  /// Evaluates everything once more; false if anything changed. For tests: it
  /// never does after a run() that was true.
  bool is_fixpoint();

  const Project& project() const { return project_; }
  const Heap& heap() const { return heap_; }
  const Library& library() const { return library_; }
  int scope_count() const { return static_cast<int>(scopes_.size()); }
  /// The activation whose variable `name` means in scope `start`; -1: a
  /// builtin.
  int resolve(std::string_view name, int start) const;
  bool like_dict(const Object& object) const;
  bool has_property(ObjectId cls, std::string_view name) const;
  /// The names of the places of a named tuple's class; empty: it is none.
  const std::vector<std::string>& places_of(ObjectId cls) const;
  bool is_enumeration(ObjectId id) const;
  /// A member of an enumeration: one object in every process.
  bool is_member(ObjectId id) const;
  /// The class and its bases, in the order in which attributes are looked up.
  const std::vector<ObjectId>& mro(ObjectId cls) const;
  /// What its instances find in the class or its bases; empty: nothing.
  Value class_attribute(ObjectId cls, std::string_view name) const;
  bool class_is_plain(ObjectId cls) const;
  Value initializer(ObjectId cls) const;
  /// The library's exception class that the project class derives from; empty:
  /// none.
  std::string library_base(ObjectId cls) const;
  /// The name of this function or class in `scope` means it and nothing else,
  /// from its definition on, as pickle demands.
  bool found_by_name(ObjectId id, int scope) const;
  /// Why the project class cannot be pickled; empty: it can, by its name.
  std::string class_pickle_problem(ObjectId cls) const;
  /// Why instances of the project class cannot be pickled; empty: they can.
  std::string instance_pickle_problem(ObjectId cls) const;

  /// From now on the answers are about this question; the first one: 0.
  void ask(int question);
  const Question& question() const {
    return questions_[static_cast<std::size_t>(asked_)];
  }
  bool inside(Context context) const { return context.inside(asked_); }
  /// The scope activation that holds the loop's names, or -1: never reached.
  /// Activations that differ only in what other questions ask count as one.
  int loop_scope() const;
  /// The first of all activations that the question does not tell apart.
  int canonical(int scope) const;
  /// The loop has several activations: treat as unknown.
  bool ambiguous() const;
  /// What `node`, inside the loop or what a `with` anywhere enters, may give.
  /// Empty: never evaluated.
  Value value_of(Node node) const;
  /// The effects of a part, the code it calls included, inner parts left out.
  /// Valid until the next question.
  const Effects& effects_of_part(Node part) const;
  /// Those of kind kOutside of everything that was evaluated.
  const Effects& all_effects() const;
  /// Those of code that the part calls and that does not stand in the loop.
  const Effects& effects_of_callees(Node part) const;
  /// The activations of functions that the part runs.
  std::vector<int> functions_of_part(Node part) const;
  /// The units that those of `todo` run, themselves included, and all their
  /// effects, names of their own scopes not left out.
  std::set<int> units_from(std::vector<int> todo) const;
  Effects effects_of_units(const std::set<int>& units) const;
  /// The function active as `scope` may call itself, by way of others, too.
  bool runs_itself(int scope) const;
  /// Activations, in iterations of the loop in question, of functions whose
  /// results functools keeps.
  std::vector<int> memoized() const;
  /// Those of memoized functions that an iteration calls, and what they call.
  Effects effects_of_memoized() const;
  /// Why a record that the program logs may do more than write a line that says
  /// nothing of the place that it comes from (log_records.cc). nullopt: it
  /// writes such a line to stderr, to stdout or to a file.
  const std::optional<Reason>& odd_logging() const;
  /// What was read may be something else at another time.
  bool may_change(const Effect& read) const;
  Value variable(int scope, std::string_view name) const;
  /// What `statements` of the scope leave in it: what they have made alone, if
  /// nothing else can refer to that; else as variable().
  Value variable_after(int scope, std::string_view name,
                       std::span<const Node> statements) const;
  /// What `statement` gives the variable; all that it may be where that is not
  /// known apart.
  Value variable_from(int scope, std::string_view name, Node statement) const;
  /// What an item call in question calls its function with, and what that
  /// gives; also the items of a source that is kept apart.
  const Value& items() const {
    return items_[static_cast<std::size_t>(asked_)];
  }
  const Value& item_results() const {
    return item_results_[static_cast<std::size_t>(asked_)];
  }
  /// What importing the modules does, the script left out, calls included.
  Effects effects_of_imports() const;
  /// The module's variable is assigned by a function or by another module.
  bool rebound_later(int scope, std::string_view name) const;
  /// The first write to the object by a function, or by the statements of a
  /// module other than `home`. Class bodies leave a class as it is.
  std::optional<Place> changed_later(ObjectId id, const SourceFile* home) const;
  /// Wherever the program changes this instance of a library type, in the
  /// order of the text.
  std::vector<Place> changes_of(ObjectId id) const;
  /// `part`, or what it calls, takes the items of the object one by one.
  bool iterates(Node part, ObjectId id) const;
  /// True when `loop` (a loop statement or comprehension) runs in an iteration
  /// of the loop in question.
  bool runs_inside(Node loop) const;
  /// Assigning to the pattern runs no code of the program: only builtin
  /// containers are taken apart.
  bool unpacks_quietly(Node pattern) const {
    return !noisy_patterns_.contains(pattern.id());
  }
  /// It cannot fail: only tuples of just that many places are taken apart.
  bool unpacks_surely(Node pattern) const {
    return !unsure_patterns_.contains(pattern.id());
  }
  const Scope& scope_at(int scope) const {
    return scopes_[static_cast<std::size_t>(scope)];
  }

 private:
  struct Frame {
    int scope = -1;
    Context context = Context::kOutside;
    int unit = -1;
    const SourceFile* source = nullptr;
  };
  /// Of a part of the loop in question.
  struct PartEffects {
    Effects all;
    Effects callees;  ///< without what stands in the loop
  };
  /// A field of a dataclass.
  struct Field {
    std::string name;
    ObjectId cls = -1;        ///< the class whose body says what it is
    Node at;                  ///< where in that body
    bool takes_place = true;  ///< by a positional argument
  };

  // interpreter.cc: rounds, scopes, names, effects
  int activate(Node node, const SourceFile* source, int parent,
               Context context);
  const ScopeNames& names_of(Node node);
  void evaluate(int scope);
  void run_now(int scope);
  bool stopped() const;
  void use_escaped(ObjectId id);
  void call_escaped(ObjectId id);
  Scope& scope_at(int scope) {
    return scopes_[static_cast<std::size_t>(scope)];
  }
  int module_scope(const SourceFile* source);
  /// Null: no module of the project.
  const SourceFile* module_named(const std::string& dotted) const;
  /// `node` gives the path of the script.
  void note_own_source(const Frame& frame, Node node);
  void note(const Frame& frame, Effect::Kind kind, int subject,
            std::string_view name, Node at);
  int number_of(Node at);
  void note_outside(const Frame& frame, std::string_view category, Node at);
  void note_change(const Frame& frame, ObjectId id, Node at);
  bool imports(const Frame& frame) const;
  void unknown(const Frame& frame, Node node, std::string_view why);
  void advance_foreign(const Frame& frame, ObjectId generator, Node at);
  void call_unit(const Frame& frame, int unit);
  bool in_closure(int outer, int inner) const;
  Value read_name(std::string_view name, const Frame& frame, Node at);
  void write_name(std::string_view name, const Value& value, const Frame& frame,
                  Node at);
  void keep_unshared(Node assignment, const Value& made, const Frame& frame);
  std::optional<Value> unshared_value(int index, const Frame& frame, Node use);
  void will_be_shared(const Value& unshared);
  static void merge(Cell& into, const Value& value) { into.add(value); }
  const Cell* seen_value(std::string_view name, int index, const Frame& frame,
                         Node node);
  void define(int index, std::string_view name, const Value& value,
              Node statement);
  bool runs_in(int scope, int index) const;
  void assign_elsewhere(int index, std::string_view name);
  Value atom(std::string_view name) { return Value(heap_.atom(name)); }
  Value unknown_value() { return Value(heap_.unknown()); }
  ObjectId container(std::string_view kind, const Frame& frame, Node site,
                     std::string_view key = "");
  std::optional<Value> library_name(const std::string& module,
                                    std::string_view name, const Frame& frame);
  Value own_variable(int scope, std::string_view name) const;
  int new_unit(int scope, Context context, Node part);
  Unit& unit_at(int unit) { return units_[static_cast<std::size_t>(unit)]; }
  const Unit& unit_at(int unit) const {
    return units_[static_cast<std::size_t>(unit)];
  }

  // interpret_questions.cc: what is asked, and what is answered
  void look_at(int question);
  bool looked_at(Node node, const SourceFile* source) const;
  void run_into(Node loop, Frame& frame);
  bool holds_loop(int scope, int question) const;
  Frame in_part(Node node, const Frame& outer);
  Frame in_row(Node statement, const Frame& outer);
  Frame as_part(int question, Node part, const Frame& outer);
  bool is_part_of_question(const Unit& unit) const;
  std::set<int> units_of(Node part) const;
  void collect(Effect effect, const Place& place,
               std::vector<Effects::Entry>& effects) const;
  const PartEffects& collect_part(Node part) const;

  // interpret_statements.cc
  void statements(Node block, const Frame& frame);
  void statement(Node node, const Frame& frame);
  void for_loop(Node node, const Frame& frame);
  void while_loop(Node node, const Frame& outer);
  void branches(Node node, const Frame& frame);
  void return_value(Node node, const Frame& frame);
  void try_clause(Node node, const Frame& frame);
  void with(Node node, const Frame& frame);
  void with_item(Node node, bool async, const Frame& frame);
  Value enter_manager(ObjectId id, const Frame& frame, Node node);
  bool is_another(const Object& raised, const std::string& type) const;
  Value exceptions_of(const Value& types, const Frame& frame, Node node);
  void note_depth(const Value& types, const Frame& frame, Node node);
  void delete_target(Node node, const Frame& frame);
  void match(Node node, const Frame& frame);
  void raise(Node node, const Frame& frame);
  bool carries_objects(ObjectId exception) const;
  void assign(Node target, const Value& value, const Frame& frame);
  void unpack(Node pattern, const Value& value, const Frame& frame);
  bool holds_plain_items(const Object& object) const;
  void judge_unpacking(Node pattern, const Value& value);

  // interpret_definitions.cc
  Value define_function(Node node, const Frame& frame);
  void eval_annotation(Node type, const Frame& frame);
  Value define_class(Node node, const Frame& frame);
  void decorated(Node node, const Frame& frame);
  Value decorate(const Value& decorator, const Value& value, Node definition,
                 const Frame& frame, Node node);
  void import_statement(Node node, const Frame& frame);
  void import_from(Node node, const Frame& frame);
  void import_star(const Value& module, const Frame& frame, Node node);
  Value import_module(const std::string& dotted, const Frame& frame, Node node);
  bool is_hidden(const std::string& dotted) const;
  bool is_quiet_import(const std::string& dotted, const Frame& frame,
                       Node node) const;

  // interpret_expressions.cc
  Value eval(Node node, const Frame& frame);
  Value expression(Node node, const Frame& frame);
  Value assignment(Node node, const Frame& frame);
  Value boolean(Node node, const Frame& frame);
  Value conditional(Node node, const Frame& frame);
  Value string(Node node, const Frame& frame);
  Value display(Node node, const Frame& frame);
  Value dictionary(Node node, const Frame& frame);
  Value comprehension(Node node, const Frame& frame);
  void comprehension_clauses(Node node, const Frame& frame,
                             const std::function<void(const Frame&)>& emit);
  Value index_of(Node subscript, const Frame& frame);
  Value subscript(Node node, const Frame& frame);
  void truth(const Value& value, const Frame& frame, Node node);
  Value lambda(Node node, const Frame& frame);
  Value yield(Node node, const Frame& frame);

  // interpret_operators.cc
  Value binary(Node node, const Frame& frame);
  Value binary_values(std::string_view op, const Value& left,
                      const Value& right, const Frame& frame, Node at);
  bool is_complete(const Object& object) const;
  Value builtin_binary(std::string_view op, ObjectId left, ObjectId right,
                       const Frame& frame, Node node);
  bool makes_container(std::string_view op, ObjectId left,
                       ObjectId right) const;
  Value joined(std::string_view op, const Value& left, const Value& right,
               const Frame& frame, Node node);
  void hash_elements(ObjectId made, const Frame& frame, Node node);
  Value contains(const Value& holder, const Value& item, const Frame& frame,
                 Node node);
  bool same_everywhere(const Value& value) const;
  Value unary(Node node, const Frame& frame);
  Value comparison(Node node, const Frame& frame);
  Value compared(const Value& one, const Value& other, const Frame& frame,
                 Node node);
  Value augmented(Node node, const Frame& frame);
  void grow(ObjectId id, std::string_view op, const Value& added,
            const Frame& frame, Node node);

  // interpret_calls.cc
  Arguments arguments(Node call, const Frame& frame);
  Value call_node(Node node, const Frame& frame);
  Frame consuming(Node call, const Frame& outer);
  Frame for_item(Node call, const Frame& outer);
  void note_items(Node call, const Frame& frame);
  Frame at_source(Node source, const Frame& outer);
  Value source_items(Node source, const Frame& outer);
  Value call(const Value& function, const Arguments& arguments,
             const Frame& frame, Node at);
  Value call_object(ObjectId id, const Arguments& arguments, const Frame& frame,
                    Node at);
  Value selves_of(const std::vector<ObjectId>& methods) const;
  Value call_method(const Object& method, const Arguments& given,
                    const Frame& frame, Node node);
  Value call_bound(ObjectId function, const Value& self, const Arguments& given,
                   const Frame& frame, Node node);
  Value call_library(const Object& function, const Value& self,
                     const Arguments& given, const Frame& frame, Node node);
  Value enter(ObjectId function, const Arguments& arguments, const Frame& frame,
              Node at, const Value* self);
  void bind_parameters(Node parameters, const Arguments& given,
                       const Value* self, const Object& function,
                       const Frame& inner);
  Value further_positional(const std::vector<Value>& positional,
                           std::size_t from, const Arguments& given,
                           const Frame& inner, Node parameter);
  Value further_keywords(const Names& named, const Arguments& given,
                         const Frame& inner, Node parameter);
  Value super_object(const Frame& frame, Node node);
  void use_as_index(ObjectId holder, const Value& index, const Frame& frame,
                    Node node);
  bool has_metaclass(ObjectId cls) const;
  void announce_class(ObjectId cls, const Frame& frame, Node node);
  void run_setters(ObjectId instance, std::string_view name,
                   const Arguments& given, const Frame& frame, Node node);
  Value instantiate(ObjectId cls, const Arguments& arguments,
                    const Frame& frame, Node at);
  const TypeExpr& returned_by(const CallEntry& entry, const Value& self,
                              const Arguments& given) const;
  bool runs_program(const Value& asked) const;
  void made_by_program(Value& result);
  void keep_arguments(const Value& exceptions, const Arguments& given,
                      const Frame& frame);
  void escape(const Value& value, const Frame& frame, Node at);
  void let_go(ObjectId id);
  void note_altered(Object& object);
  void escape(const Arguments& given, const Frame& frame, Node node);

  // interpret_library.cc
  Value apply(const CallEntry& entry, std::string_view name, const Value& self,
              const Arguments& arguments, const Frame& frame, Node at);
  static bool sends(std::string_view category);
  bool requests_in(const Object& function) const;
  bool is_back_off(Node pause, const Frame& frame);
  bool is_stderr(const Value& value) const;
  void note_effects(const CallEntry& entry, std::string_view name,
                    const Value& self, const Arguments& given,
                    const Frame& frame, Node node);
  void keep_arguments(const Arguments& given, Node call);
  void touch(const Value& passed, const CallEntry& entry, const Frame& frame,
             Node node);
  void settle(ObjectId id, const Frame& frame, Node node);
  void run_special(const Value& passed, const CallEntry& entry,
                   const Value& self, const Arguments& given,
                   const Frame& frame, Node node);
  void refuse_special(const CallEntry& entry, const Arguments& given,
                      const Frame& frame, Node node);
  void use_returned(const Value& returned,
                    const std::vector<std::string>& groups, const Frame& frame,
                    Node node);
  std::vector<Callback> run_callbacks(const CallEntry& entry, const Value& self,
                                      const Arguments& given,
                                      const Frame& frame, Node node);
  void keep(Object& iterator, const std::vector<Callback>& callbacks);
  Value construct_library(std::string_view type, const Arguments& arguments,
                          const Frame& frame, Node at);
  bool fits(ObjectId id, const TypeExpr& type) const;
  /// False: the call is not one that the entry describes.
  bool speaks_of(const CallEntry& entry, const Value& self,
                 const Arguments& given) const;
  void note_files(const std::vector<std::string>& effects, const Value& self,
                  bool opens, const Frame& frame, Node node);
  Value opened(const Value& files, std::optional<std::string_view> mode);
  bool opened_for_reading(const Value& files) const;
  bool is_missing(std::string_view name, const CallEntry& entry,
                  const Value& self, const Arguments& given) const;
  Value callees(std::string_view callee, const Value& self,
                const Arguments& given, const CallEntry& entry,
                const Frame& frame, Node node);
  Value argument(std::string_view name, const Value& self,
                 const Arguments& given, const CallEntry& entry) const;
  Value consumed(std::string_view source, const Value& self,
                 const Arguments& given, const CallEntry& entry);
  void store(const std::string& what, const std::string& holder,
             const Value& self, const Arguments& given, const CallEntry& entry,
             const Frame& frame, Node node);
  void look_through(const Value& result, const CallEntry& entry,
                    const Value& self, const Arguments& given);

  // interpret_asking.cc
  static CallEntry as_question(CallEntry entry);
  static bool is_sql(const CallEntry& entry);
  bool has_required_texts(const CallEntry& entry, const Value& self,
                          const Arguments& given) const;
  bool only_asks(const CallEntry& entry, std::string_view name,
                 const Arguments& given, const Frame& frame) const;
  bool speaks_of_more(const Arguments& given, const Frame& frame) const;
  std::optional<std::string> text_of(Node node, const Frame& frame) const;
  bool asks_safely(Node method, const Frame& frame) const;
  Node bound_to(Node name, const Frame& frame) const;
  bool is_constant_of(std::string_view module, Node node,
                      std::string_view constant, const Frame& frame) const;
  bool shares_no_output(std::string_view name, const Arguments& given,
                        const Frame& frame) const;
  bool is_web_address(Node node, const Frame& frame) const;
  std::optional<std::string> text_sent(Node node, const Frame& frame,
                                       int depth = 0) const;
  std::optional<std::string> literal_sent(Node node, const Frame& frame,
                                          int depth) const;
  void note_asking(const Value& writers);
  void note_writing(const Value& objects);
  bool has_written(const Value& objects) const;

  // interpret_values.cc
  Value materialise(const TypeExpr& type, const Value& self,
                    const Arguments& given, const CallEntry& entry,
                    const Frame& frame, Node node, const std::string& key);
  Value fresh_container(std::string_view kind, const std::vector<Value>& parts,
                        const Frame& frame, Node node, const std::string& key);
  Value fresh_instance(std::string_view type, const std::vector<Value>& parts,
                       const Frame& frame, Node node, const std::string& key);
  Value data(const Frame& frame, Node node, const std::string& key);
  Value results_of(const TypeExpr& callee, const Frame& frame, Node node);
  Value arithmetic(const Value& operands, bool ring, const Frame& frame, Node node,
                   const std::string& key);
  Value copied(const Value& values, bool deep, const Frame& frame, Node node,
               const std::string& key);
  bool customises_copying(const Object& object) const;
  void copy_fields(const std::map<ObjectId, ObjectId>& copies);

  // interpret_classes.cc
  std::vector<ObjectId> linear_bases(ObjectId cls,
                                     std::vector<ObjectId>& around) const;
  bool bases_unclear(ObjectId cls) const;
  void keep_exception(ObjectId instance);
  bool may_derive_from(ObjectId cls, std::string_view type) const;
  bool strange_class(ObjectId cls) const;
  bool strange_record(ObjectId cls) const;
  Value bind_member(const Value& member, ObjectId self, ObjectId cls,
                    const Frame& frame, Node at);

  // interpret_attributes.cc
  Value get_attribute(const Value& value, std::string_view name,
                      const Frame& frame, Node at);
  Value attribute_of(ObjectId id, std::string_view name, const Frame& frame,
                     Node at);
  Value own_attribute(ObjectId id, std::string_view name, const Frame& frame,
                      Node node);
  bool of_exception(std::string base, std::string_view name) const;
  Value instance_attribute(ObjectId id, std::string_view name,
                           const Frame& frame, Node node);
  bool partly_unseen(ObjectId cls) const;
  bool has_more(ObjectId cls) const;
  bool is_generated(ObjectId cls, std::string_view name) const;
  Value attribute_of_class(ObjectId id, std::string_view name,
                           const Frame& frame, Node node);
  Value super_attribute(ObjectId id, std::string_view name, const Frame& frame,
                        Node node);
  Value module_attribute(ObjectId id, std::string_view name, const Frame& frame,
                         Node node);
  Value function_attribute(ObjectId id, std::string_view name,
                           const Frame& frame, Node node);
  Value library_attribute(ObjectId id, std::string_view name,
                          const Frame& frame, Node node);
  Value library_member(ObjectId id, const std::string& type,
                       std::string_view name, const Frame& frame, Node node);
  bool may_be_method(const Value& item) const;
  bool is_of_library(Node target, const Frame& frame);
  bool fills_table(const Arguments& given, Node call) const;
  bool may_be_set(const Object& object, std::string_view name) const;
  bool runs_code(const Value& value) const;
  bool is_data(const Value& value) const;
  void set_attribute(const Value& value, std::string_view name,
                     const Value& item, const Frame& frame, Node at);

  // interpret_items.cc
  Value get_item(const Value& value, const Value& index, Node index_node,
                 const Frame& frame, Node at);
  bool may_be_slice(const Value& index) const;
  Value atom_item(const Object& text, const Value& index);
  Value container_item(ObjectId id, const Value& index, Node index_node,
                       const Frame& frame, Node node);
  void set_item(const Value& value, const Value& index, const Value& item,
                const Frame& frame, Node at);
  Value iterate(const Value& value, const Frame& frame, Node at);
  void begin_iteration(const Value& value, const Frame& frame, Node node);
  void advance(ObjectId iterator, const Frame& frame, Node node);
  Value iterate_instance(ObjectId id, const Frame& frame, Node node);
  Value iterate_library(ObjectId id, const Frame& frame, Node node);
  Value elements(ObjectId id) const;  ///< or dict keys
  Value dict_values(ObjectId id) const;
  Value iterate_quietly(const Value& value);  ///< items, no effects

  // interpret_coroutines.cc
  bool awaited_at_once(Node call, const Frame& frame);
  Value make_coroutine(ObjectId function, int scope, const Arguments& given,
                       const Frame& frame, Node node);
  Value await(Node node, const Frame& frame);
  Value result_of(const Value& awaited, const Frame& frame, Node node);
  std::optional<Value> call_asyncio(const Object& function,
                                    const Arguments& given, const Frame& frame,
                                    Node node);
  void run_escaped(ObjectId coroutine);
  Value enter_awaiting(ObjectId manager, const Frame& frame, Node node);

  // interpret_records.cc
  Value named_tuple_class(const Arguments& given, const Frame& frame,
                          Node node);
  void name_places(ObjectId cls);
  Value make_named_tuple(ObjectId cls, const Arguments& given,
                         const Frame& frame, Node node);
  Value named_tuple_attribute(ObjectId id, std::string_view name,
                              const Frame& frame, Node node);
  Value named_tuple_class_attribute(ObjectId cls, std::string_view name,
                                    const Frame& frame, Node node);
  std::optional<Value> record_call(const Object& function, const Value& self,
                                   const Arguments& given, const Frame& frame,
                                   Node node);
  Value replaced(const Object& function, const Value& self,
                 const Arguments& given, const Frame& frame, Node node);
  Value make_partial(const Arguments& given, const Frame& frame, Node node);
  Value call_partial(ObjectId id, const Arguments& given, const Frame& frame,
                     Node node);
  void keep_factories(ObjectId cls, const Frame& frame);
  void bind_fields(ObjectId id, const Arguments& given, const Frame& frame,
                   Node node);
  std::vector<Field> fields_of(ObjectId cls) const;
  bool places_unclear(ObjectId cls) const;
  Value field_default(const Field& field, const Frame& frame, Node node);
  void make_members(ObjectId cls);
  Value members_of(ObjectId cls) const;
  bool is_enum(ObjectId cls) const;
  bool fixed_data(const Value& value) const;

  // interpret_special.cc
  bool answers_itself(const Object& object, std::string_view group) const;
  bool equal_by_identity(const Object& object) const;
  void note_identity(ObjectId id, const Frame& frame, Node node);
  void special(const Value& value, std::string_view group, bool deep,
               const Frame& frame, Node at);
  void ask_classes(const Value& value, const Frame& frame, Node at);
  bool has_special(ObjectId cls) const;
  Value special_call(ObjectId instance, std::string_view name,
                     const Arguments& arguments, const Frame& frame, Node at);
  Value special_calls(const Value& instances, ObjectId cls,
                      std::string_view name, const Arguments& arguments,
                      const Frame& frame, Node at);
  void special_entries(ObjectId id, const std::vector<std::string_view>& names,
                       const Frame& frame, Node node);

  const Project& project_;
  const Library& library_;
  std::unordered_map<std::string, const SourceFile*> modules_;
  std::vector<Question> questions_;
  int asked_ = 0;
  std::unordered_map<const void*, int> loops_;  // the question by its loop
  std::unordered_map<const void*, std::vector<int>> parts_;  // questions
  /// The questions that are about these.
  std::unordered_map<const void*, std::vector<int>> consumers_;
  std::unordered_map<const void*, int> item_calls_;
  std::unordered_map<const void*, int> sources_apart_;
  std::unordered_map<const void*, int> rows_;  // by each statement
  std::map<const SourceFile*, std::vector<ByteRange>> looked_at_;
  std::vector<std::set<int>> loop_scopes_;  // by question
  Tracker tracker_;
  std::function<bool()> stop_;
  std::uint64_t reads_per_scope_ = 0;
  int depth_ = 0;  // of blocks and expressions in each other, of callers, too
  Heap heap_;
  Cell exceptions_;  // instances of project classes
  Cell raised_;      // instances of library classes, with what they hold
  std::deque<Scope> scopes_;
  std::deque<Unit> units_;
  std::map<std::tuple<const void*, int, Context>, int> activations_;
  std::unordered_map<const void*, std::vector<int>> scopes_of_node_;
  std::map<std::tuple<const void*, int, Context>, int> part_units_;
  std::map<const void*, ScopeNames> names_;
  std::unordered_map<const void*, Value> values_;
  std::set<std::pair<const void*, Context>> loops_inside_;
  std::unordered_set<const void*> noisy_patterns_;   // see unpacks_quietly()
  std::unordered_set<const void*> unsure_patterns_;  // see unpacks_surely()
  std::set<Context> contexts_;
  std::set<std::pair<ObjectId, int>> iterated_;  // and the unit that does it
  /// Who writes to an object.
  struct Changes {
    std::optional<Place> by_function;
    std::vector<Place> by_modules;  // one of each
  };
  std::unordered_map<ObjectId, Changes> changes_;
  std::unordered_map<ObjectId, std::map<const void*, Place>> library_changes_;
  std::set<std::pair<int, std::string>, std::less<>> rebound_;
  /// What unknown code may change and call, and the tasks that do.
  std::vector<std::pair<ObjectId, int>> escaped_;

  struct Order {
    const std::vector<ObjectId>* classes = nullptr;
    std::size_t bases = 0;  // of all of them
  };
  mutable std::unordered_map<ObjectId, Order> orders_;
  mutable std::deque<std::vector<ObjectId>> all_orders_;

  // Answers worked out already.
  mutable std::vector<int> canonical_;
  mutable std::map<const void*, PartEffects> effects_of_parts_;
  mutable std::optional<Effects> all_effects_;
  mutable std::optional<std::optional<Reason>> odd_logging_;
  std::set<int> memoized_;

  /// By node: what tells effects apart of which every place counts.
  std::unordered_map<const void*, int> place_numbers_;

  Definitions definitions_;
  mutable Unshared unshared_;
  std::unordered_map<ObjectId, ObjectId> shared_;  // by what it was before
  std::vector<Value> items_;                       // by question
  std::vector<Value> item_results_;                // by question
};

}  // namespace ppp::advisor
