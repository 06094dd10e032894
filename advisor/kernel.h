// SPDX-License-Identifier: Apache-2.0
// A loop that is understood completely, as arithmetic on numbers. Plain data.
// It is read in one of two ways: for arrays, which compute all iterations at
// once, or in order, for a compiler.
//
// For arrays: an axis is a loop whose iterations are independent: the loop
// itself (0) and a loop in its body (1). Other loops in the body stay loops;
// each of their turns is computed for all iterations of the axes.

#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace ppp::advisor {

enum class NumberType {
  kFlag,
  kInteger,
  kFloat,
  kNumber,  ///< an int or a float, as the columns say that it comes from
  kText,    ///< str; of a column also float or None, for what is missing
  kPair,    ///< several numbers in a tuple
};

inline bool is_number(NumberType type) {
  return type != NumberType::kFlag && type != NumberType::kText &&
         type != NumberType::kPair;
}

/// Whose types an expression has: Python's bool, int, float, or those of NumPy
/// with the same names.
enum class NumberMaker {
  kPython,
  kRow,      ///< NumPy, unless the table's rows hold numbers of Python
  kUnclear,  ///< one of them: it may be computed with, but not kept
  kNumPy,
};

/// What takes the place of either.
inline NumberMaker either_maker(NumberMaker a, NumberMaker b) {
  return a == b ? a : NumberMaker::kUnclear;
}

/// An expression of numbers, texts or truth values.
struct KernelExpr {
  enum class Kind {
    kLiteral,    ///< text: as in Python
    kName,       ///< text: a variable
    kRead,       ///< text: a list; parts: one index, or those of row and column
    kOperation,  ///< text: "+", "<", "neg", "not", "and", "if", "abs", "sqrt" …
                 ///< in order also "math.exp" and the like, and "power"
                 ///< of texts: "joined", "length", "in", ".strip()", "[:3]",
                 ///< "in (\"a\", \"b\")"
  };
  Kind kind = Kind::kLiteral;
  std::string text;
  NumberType type = NumberType::kFloat;
  std::uint32_t axes = 0;  ///< along which it differs, one bit each
  std::vector<KernelExpr> parts;
  NumberMaker maker = NumberMaker::kPython;

  bool operator==(const KernelExpr&) const = default;
};

/// An index that is computed, in `parts`, for each iteration: not the variable
/// of a loop plus or minus a number.
inline bool is_computed_index(const KernelExpr& at) {
  return at.kind == KernelExpr::Kind::kOperation && at.text == "@";
}

/// `(i, j)`, appended to a list or kept with the best.
inline bool is_pair(const KernelExpr& value) {
  return value.type == NumberType::kPair;
}

/// "running +" and "running -": what its second part comes to when it is added
/// up from the start on, which is its first part.
inline bool is_running_sum(const KernelExpr& value) {
  return value.kind == KernelExpr::Kind::kOperation &&
         value.text.starts_with("running ");
}

/// What is done with one text after the other.
inline bool is_text_operation(const KernelExpr& value) {
  const std::string& name = value.text;
  return value.kind == KernelExpr::Kind::kOperation &&
         (name.starts_with('.') || name.starts_with('[') || name == "joined" ||
          name == "length" || name.starts_with("in ") ||
          name.starts_with("not in ") || name == "in" || name == "not in");
}

/// Where a loop begins or ends: an integer, the same in all iterations.
struct KernelBound {
  std::string text;  ///< a Python expression; "": 0
  std::int64_t offset = 0;
  /// Lists that have at least `text` items.
  std::vector<std::string> lengths;

  bool operator==(const KernelBound&) const = default;
};

struct KernelLoop {
  std::string index;  ///< the variable that counts from `start`, or a new name
  KernelBound start;
  KernelBound stop;
  int axis = -1;       ///< -1: it stays a loop, in order
  std::string header;  ///< of a loop that stays: "for j in range(n)"
  std::vector<std::string> lists;  ///< that one goes through, item by item
  bool turns = false;              ///< to be asked: there is one turn at least

  bool operator==(const KernelLoop&) const = default;
};

struct KernelStep {
  enum class Kind {
    kAssign,     ///< name = value
    kSpread,     ///< from here on `name` has a value for each iteration
    kAppend,     ///< name.append(value); "": of the comprehension's list
    kAppendRow,  ///< name.append(row), `value` names the list
    kStore,      ///< name[at…] = value; of a column: df.at[at, label] = value
    kLoop,       ///< loop, body
    kIf,         ///< value is the condition; body, otherwise
    kFold,       ///< name, from around the loop, becomes more; see `fold`
    kRow,        ///< value, a row of a list or array, has to be there
    kCarry,      ///< name, from around the loop, becomes the value of the last
                 ///< iteration in which the condition, if `value` has one, is
                 ///< true; `value`: "carried" of both; see `running`
    kTally,      ///< name[at…] becomes more by value, one iteration after the
                 ///< other; `fold`: "add" or "subtract"; `at`: any integers
    // Only in order:
    kTuple,  ///< the body's assignments and stores, values first
    kWhile,  ///< value is the condition; body
    kBreak,
    kContinue,
  };
  Kind kind = Kind::kAssign;
  std::string name;
  KernelExpr value;
  std::vector<KernelExpr> at;  ///< of a loop in order: the range's arguments
  KernelLoop loop;             ///< in order, through lists: `header`, and in
                               ///< `lists` the variables that it binds
  std::vector<KernelStep> body;
  std::vector<KernelStep> otherwise;
  /// "add", "subtract"; "most", "least": name = value where that is more or
  /// less, and then what the body assigns, which may be "pair"s.
  std::string fold = {};
  /// Of a fold: a variable that has what `name` is behind it, for each
  /// iteration; empty: nobody reads that. Of a kCarry what `name` is at the
  /// beginning of each iteration, or empty as well.
  std::string running = {};

  bool operator==(const KernelStep&) const = default;
};

/// A variable from around the loop.
struct KernelInput {
  enum class Kind {
    kScalar,
    kList,    ///< of numbers
    kRows,    ///< a list of lists of numbers
    kFrame,   ///< a DataFrame: asked when the program runs
    kColumn,  ///< of one; name: `df["price"]`
    kDict,    ///< of numbers or texts: asked when the program runs
    kArray,   ///< of NumPy: asked when the program runs
  };
  std::string name;
  Kind kind = Kind::kScalar;
  NumberType type = NumberType::kFloat;  ///< of its numbers
  /// The program does not show that: to be asked when it runs.
  bool asked = false;
  bool read = true;        ///< its numbers are; false: only changed
  std::string frame = {};  ///< of a column
  std::string label = {};
  /// Of a frame: its rows are Series (iterrows), of one type for all columns.
  bool series = false;
  bool named_rows = false;  ///< and they are named one by one: `df.iloc[i]`
  /// Of a frame: items are named one by one (`df.at[i, "price"]`): of NumPy.
  bool items = false;
  /// Of a frame: rows are found by labels, which must be different ones, or
  /// count the rows from 0.
  enum class Labels { kUnused, kDifferent, kCounting };
  Labels labels = Labels::kUnused;
  bool stored = false;  ///< of a column: it is given new items
  bool made = false;    ///< and it may be a new one, made by the first of them
  /// Of a column: read as an attribute of a "Series" or "DataFrame".
  std::string attribute_of = {};
  /// Of a column of dates: what is read is `.dt` and this of it, "month"; where
  /// `minus` is the label of another one, of the time between the two, "days".
  std::string of_date = {};
  std::string minus = {};
  int array_axes = 0;  ///< of an array
  /// Of a list: it is what stands at `place` in each tuple of the list `of`,
  /// of `width` items; 0: of more than `place`.
  std::string of = {};
  int place = 0;
  int width = 0;

  bool operator==(const KernelInput&) const = default;
};

/// Two lists of which one is changed: they must not be the same one. Of lists
/// of lists it is their rows that must not.
struct KernelPair {
  std::string changed;
  std::string other;

  bool operator==(const KernelPair&) const = default;
};

struct Kernel {
  std::vector<KernelInput> inputs;  ///< in order of their first use
  KernelLoop loop;                  ///< axis 0
  std::vector<KernelStep> steps;
  bool comprehension = false;
  bool columns = false;           ///< there is an axis 1
  std::vector<KernelPair> apart;  ///< that the program has to be asked for
  /// While integers from outside are at most 2 to this power, all that is
  /// computed from them is what Python computes.
  int bits = 0;
  bool in_order = false;             ///< `steps` is the loop itself
  std::vector<std::string> results;  ///< variables that are read behind it
  std::vector<std::string> changed;  ///< lists in which it stores
  /// What the call of pandas that is the loop gives: with the frame's index.
  bool gives_series = false;
  /// What arrays compute to other last digits: "`math.exp(x)` on line 5".
  std::vector<std::string> inexact = {};
  std::string series_name = {};  ///< of a column's items; empty: it has none

  bool of_arrays() const {
    return std::any_of(inputs.begin(), inputs.end(), [](const auto& one) {
      return one.kind == KernelInput::Kind::kArray;
    });
  }

  bool of_tuples() const {
    return std::any_of(inputs.begin(), inputs.end(),
                       [](const auto& one) { return !one.of.empty(); });
  }

  bool of_frames() const {
    return std::any_of(inputs.begin(), inputs.end(), [](const auto& one) {
      return one.kind == KernelInput::Kind::kFrame;
    });
  }

  bool operator==(const Kernel&) const = default;
};

}  // namespace ppp::advisor
