// SPDX-License-Identifier: Apache-2.0
// Follows the statements of a row of kernels (kernel_chain.h), into the
// functions that they call, and writes what they do with arrays. Everything
// that is computed is new, so nobody can tell that it was begun.

#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "advisor/kernel.h"
#include "rewrite/helper_text.h"
#include "rewrite/kernel_new_list.h"
#include "rewrite/kernel_writer.h"
#include "rewrite/script_functions.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// What the statements so far have done. Copied where the next may not fit.
struct ChainState {
  /// A list that they make.
  struct List {
    std::string array;  ///< its variable; "": it is empty yet
    bool rows = false;
    advisor::NumberType type = advisor::NumberType::kFloat;
    bool stored = false;   ///< it is filled by its places
    bool read = false;     ///< and others may have parts of its array
    std::size_t part = 0;  ///< the one that made it
    /// Of integers: what their absolute values are no larger than.
    double most = std::numeric_limits<double>::infinity();
  };
  /// What a name of the program means.
  struct Value {
    enum class Kind {
      kNumber,  ///< an expression, or a variable from in front of them
      kList,
    };
    Kind kind = Kind::kNumber;
    std::string text = {};
    bool outer = false;    ///< a variable from in front: anything, perhaps
    bool whole = false;    ///< an int
    bool length = false;   ///< and no less than 0
    std::size_t list = 0;  ///< index into `lists`
  };
  /// A list from in front of them, which they read.
  struct Given {
    std::string name;
    bool rows = false;
    advisor::NumberType type = advisor::NumberType::kFloat;
    bool asked = false;  ///< what its items are
    std::string array;
    std::size_t part = 0;  ///< the first one that reads it
  };
  struct Part {
    const advisor::Candidate* candidate = nullptr;
    int operations = 0;
    int conversions = 0;
    bool sums_turns = false;
    ArrayWork work = {};
    std::string name = {};  ///< of its function
    std::vector<HelperLine> function = {};
    std::set<std::string> small = {};  ///< see array_text()
  };

  std::vector<List> lists;
  std::map<std::string, Value> names;  ///< of the statements' own scope
  std::vector<std::string> bound;      ///< the same, in order
  std::vector<Given> given;
  std::vector<Part> parts;
  std::vector<std::string> parameters;  ///< variables from in front
  std::set<std::string> whole;          ///< of these: must be ints
  std::set<std::string> measured;       ///< must be lists
  std::vector<HelperLine> lines;
  std::set<std::string> taken;  ///< names of the new function
  bool handed_on = false;       ///< an array is made and then read
};

/// What all rows of a program may ask.
struct ChainProgram {
  explicit ChainProgram(const Request& request);

  ScriptFunctions functions;
  std::set<std::string, std::less<>> deleted;  ///< names in a `del`
};

/// "3", "-1"; false where the text is more than that.
bool place_literal(std::string_view text);

/// The expressions of `return a, b`.
std::vector<advisor::Node> returned(advisor::Node statement);

class ChainSteps {
 public:
  using State = ChainState;
  using Value = ChainState::Value;

  /// All borrowed. `first`: of the statements. `named`: functions get their
  /// names now; else they have none yet.
  ChainSteps(const Request& request, const ChainProgram& program,
             advisor::Node first, std::set<std::string> taken, bool named);

  /// False: it does not fit, and the state is as before.
  bool add(advisor::Node statement);
  /// What the call of a function gives: a number that kernels make, or several
  /// values with such. Nothing: as with add().
  std::optional<std::string> number_of(advisor::Node call);
  /// The same of items, the length, sum or extremes of a list, as new objects;
  /// `rows`: also rows, of which nobody may ask whether they are the list's
  /// own.
  std::optional<std::string> read_of(advisor::Node node, bool rows);
  const State& state() const { return state_; }
  State& state() { return state_; }
  const std::string& numpy() const { return numpy_; }
  advisor::Node scope() const { return top_.scope; }

 private:
  using Node = advisor::Node;
  /// A function whose statements are followed, or the scope of the first.
  struct Frame {
    Node scope;
    std::map<std::string, Value> own;
    std::map<std::string, std::string> wishes;  ///< what its lists are called
    std::map<std::string, Value>* names = &own;
  };
  using Values = std::vector<Value>;

  bool follow(Node statement, Frame& frame);
  bool assign(Node made, Frame& frame);
  bool bind(const std::string& name, const Value& value, Frame& frame);
  std::optional<Value> value(Node node, Frame& frame, const std::string& wish);
  std::optional<Value> number(Node node, Frame& frame);
  std::optional<Value> item(Node node, Frame& frame, const std::string& wish);
  static std::optional<Value> tuple(Node node);
  std::optional<Value> length(Node of, Frame& frame);
  std::optional<Value> lookup(const std::string& name, Frame& frame);
  std::optional<Value> outer(const std::string& name);
  std::optional<std::string> number_text(const std::string& name, Frame& frame);

  /// What the function gives, each for a target of that name.
  std::optional<Values> call(Node node, Frame& frame,
                             const std::vector<std::string>& targets);
  std::optional<Values> given_back(Node statement, Frame& frame,
                                   const std::vector<std::string>& targets);

  std::optional<Value> made(const ListMaker& maker, Frame& frame,
                            const std::string& wish);
  std::optional<std::string> size_text(const ListSize& size, Frame& frame);

  const advisor::Candidate* candidate_at(Node loop) const;
  /// `wish`: what the list of a comprehension is called.
  std::optional<Value> kernel(const advisor::Candidate& candidate, Frame& frame,
                              const std::string& wish);
  std::optional<std::string> argument(const advisor::KernelInput& input,
                                      const KernelText& text,
                                      const advisor::Kernel& kernel,
                                      Frame& frame);
  std::optional<std::string> array_given(const advisor::KernelInput& input,
                                         const std::string& name);
  std::string function_of(const std::string& wish);
  const ChainState::List* list_named(Node name) const;
  std::optional<std::string> items_of_list(Node node, bool rows);
  std::optional<std::string> sum_of_list(Node call);
  std::optional<std::string> extreme_of_list(Node call,
                                             const std::string& extreme);
  void need_place(const std::string& size, std::string_view at);
  std::size_t new_list();
  static Value list_value(std::size_t at);
  std::string fresh(const std::string& wish);
  void line(int depth, const std::string& text) {
    state_.lines.push_back({depth, text});
  }
  void refuse_if(const std::string& condition);

  const Request& request_;
  const ChainProgram& program_;
  const Node first_;
  const bool named_;
  std::string numpy_;
  Frame top_;
  int depth_ = 0;     ///< calls that are followed
  int followed_ = 0;  ///< statements
  State state_;
};

}  // namespace ppp::rewrite
