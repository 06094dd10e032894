// SPDX-License-Identifier: Apache-2.0
// Writes a kernel's function: what has to be asked first (kernel_questions.cc),
// expressions (kernel_operations.cc), statements (kernel_steps.cc).

#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "advisor/kernel.h"
#include "rewrite/helper_text.h"
#include "rewrite/kernel_writer.h"

namespace ppp::rewrite {

/// A Python expression.
struct KernelTerm {
  /// How tightly it holds together, as in Python's grammar.
  enum Binding { kCompare, kBitOr, kBitAnd, kSum, kProduct, kUnary, kAtom };

  std::string text;
  Binding binding = kAtom;

  /// In parentheses where it holds together less tightly.
  std::string inside(int least) const {
    return binding < least ? "(" + text + ")" : text;
  }
};

/// "n - 1"
inline std::string sum_text(const std::string& text, std::int64_t offset) {
  if (text.empty()) return std::to_string(offset);
  if (offset == 0) return text;
  return fmt::format("{} {} {}", text, offset < 0 ? '-' : '+',
                     std::abs(offset));
}

/// "!= \"bool\"": what its type must not be.
std::string types_of(advisor::NumberType type);

class KernelLines {
 public:
  KernelLines(const advisor::Kernel& kernel, const std::string& numpy,
              const std::string& pandas, const std::set<std::string>& taken,
              bool mapped = false)
      : kernel_(kernel),
        np_(numpy),
        pd_(pandas),
        taken_(taken),
        mapped_(mapped) {
    for (const advisor::KernelInput& input : kernel.inputs)
      taken_.insert(input.name);
    note_names(kernel.steps);
    taken_.insert(kernel.loop.index);
    loops_[kernel.loop.index] = &kernel.loop;
  }

  KernelText write(const std::string& name, const std::string& loop);
  /// See kernel_text().
  void keep(const std::string& kept, const std::set<std::string>& steady) {
    kept_ = kept;
    steady_ = steady;
    taken_.insert(kept);
  }
  /// See array_text().
  KernelText write_on_arrays(const std::string& name, const std::string& loop,
                             const std::set<std::string>& small);

 private:
  static constexpr int kOutermost = 2;  ///< depth of what is done once
  using Words = std::vector<std::string>;
  /// An index: a loop's variable and what is added, or a number.
  struct Position {
    const advisor::KernelLoop* loop = nullptr;
    std::int64_t offset = 0;
    /// The variable of this loop, in order over a range of literals, as well.
    const advisor::KernelLoop* moved = nullptr;
  };

  /// Between which numbers something is.
  struct Choice {
    std::int64_t least = 0;
    std::int64_t most = 0;
    const char* type() const;
  };

  void note_names(const std::vector<advisor::KernelStep>& steps);
  void note_names(const advisor::KernelExpr& value);
  void survey(const std::vector<advisor::KernelStep>& steps);
  void survey(const advisor::KernelExpr& value);
  void survey_row(const advisor::KernelExpr& row);
  void note_counted(advisor::NumberType type);
  void survey_loop(const advisor::KernelLoop& loop);
  Position position(const advisor::KernelExpr& at) const;
  void need_inside(const std::string& list, const advisor::KernelExpr& at,
                   bool column, bool stored);
  void need_lengths();
  void ask_types();
  void ask_number(const std::string& name);
  void ask_fold(const advisor::KernelInput& input);
  void ask_apart();
  void ask_room();
  void convert();
  void convert_list(const advisor::KernelInput& input, Words& small);
  void convert_steady();
  std::string gone_through(const std::string& list) const;
  std::string items_text(const advisor::KernelInput& list) const;
  void ask_width(const advisor::KernelInput& column);
  std::string converted(const advisor::KernelInput& list,
                        const std::string& array) const;
  bool is_frame_part(const std::string& name) const;
  bool asks_dtypes() const;
  bool is_array(const std::string& name) const;
  /// What the loop changes are such, at least one.
  bool keeps_in_arrays() const;
  void ask_arrays();
  bool only_compared(const advisor::KernelExpr& read,
                     const advisor::KernelExpr& with);
  void note_uses(const advisor::KernelExpr& value);
  void note_uses(const std::vector<advisor::KernelStep>& steps);
  void ask_whole(const advisor::KernelInput& array);
  std::string if_whole();
  void need_type_of(const std::string& array, const std::string& values);
  void need_room_for(const std::string& array, const Choice& choice);
  void ask_frames();
  void ask_dates(const advisor::KernelInput& column, Words& asked) const;
  void ask_rows(const advisor::KernelInput& frame, Words& asked) const;
  void ask_row_type(const advisor::KernelInput& frame);
  void ask_new_rows();
  void convert_column(const advisor::KernelInput& column);
  bool may_be_new(const advisor::KernelInput& column) const;
  bool may_hold_texts(const advisor::KernelInput& column) const;
  void convert_stored(const advisor::KernelInput& column);
  void store_column(const advisor::KernelStep& step);
  void ask_stored();
  void give_column(const advisor::KernelInput& column);
  /// Numbers of NumPy are computed with, which warn.
  bool raises() const {
    return std::any_of(kernel_.inputs.begin(), kernel_.inputs.end(),
                       [](const auto& one) {
                         return one.series || one.items ||
                                one.kind == advisor::KernelInput::Kind::kArray;
                       });
  }
  std::string series(const std::string& values,
                     const advisor::KernelExpr& value) const;
  std::string given_back(const std::string& values,
                         const advisor::KernelExpr& value) const;
  void need_both(const std::string& mask, const std::string& a,
                 const std::string& b);
  void need_one_type(const std::string& a, const std::string& b);
  void need_early(const std::string& condition);
  void need_late(const std::string& condition);
  void need_steady(const std::string& condition);

  void write(const std::vector<advisor::KernelStep>& steps);
  void write(const advisor::KernelStep& step);
  void assign(const advisor::KernelStep& step);
  // kernel_truths.cc
  void find_truths();
  bool is_truth(const advisor::KernelExpr& value) const;
  KernelTerm truth(const advisor::KernelExpr& value);
  KernelTerm joined_truths(const std::string& mask, const KernelTerm& yes,
                           const KernelTerm& no) const;
  void assign_truth(const advisor::KernelStep& step);
  KernelTerm number_of_truth(const std::string& name) const;
  void find_choices();
  void assign_choice(const advisor::KernelStep& step);

  void branch(const advisor::KernelStep& step);
  void inner_loop(const advisor::KernelStep& step);
  void find_growing(const std::vector<advisor::KernelStep>& steps);
  void find_sums(const std::vector<advisor::KernelStep>& steps);
  void sum_turns(const advisor::KernelStep& step);
  /// Of the loop whose turns are summed up at once.
  bool names_turn(const advisor::KernelExpr& at) const {
    return turns_ && at.axes == 0 && position(at).loop == turns_;
  }
  void output(const advisor::KernelStep& step);
  void output_values(const advisor::KernelStep& step, const std::string& values,
                     const std::string& text);
  std::string kept(const std::string& text) const;
  void store(const advisor::KernelStep& step);
  void store_in_array(const advisor::KernelStep& step,
                      const std::string& values);
  // kernel_strips.cc
  struct StripPlace {
    bool masked = false;
    bool turns = false;
    bool across = false;
  };
  bool fits_strips() const;
  bool stored_in_strips(const std::string& name) const;
  bool runs_in_strips(const advisor::KernelStep& step) const;
  bool count_for_strips(const std::vector<advisor::KernelStep>& steps,
                        const StripPlace& place, int& operations) const;
  void begin_strips();
  void end_strips();
  void strip_line(const std::string& text);
  std::string strip_shape() const;
  void strip_values(const std::string& values, const std::string& text);
  void strip_output(const advisor::KernelStep& step, const std::string& values,
                    const std::string& text);
  bool strip_stored(const advisor::KernelStep& step, const std::string& values,
                    const std::string& part);
  std::string strip_before(const advisor::KernelExpr& before) const;
  const advisor::KernelLoop& rows() const {
    return in_strips_ ? strip_ : kernel_.loop;
  }
  std::string place_of(const advisor::KernelStep& step, std::size_t i);
  void fold(const advisor::KernelStep& step);
  void carry(const advisor::KernelStep& step);
  void keep_last(const advisor::KernelStep& step, const std::string& values);
  // kernel_picked.cc
  struct Pick {
    std::string at;                    ///< which iterations come there
    std::string index = {};            ///< their numbers in the loop
    std::set<std::string> names = {};  ///< of what is known for these alone
  };
  void find_picked();
  std::optional<Pick> begin_pick(const advisor::KernelExpr& condition);
  void end_pick(const advisor::KernelExpr& condition,
                std::optional<Pick> outer);
  void carry_picked(const advisor::KernelStep& step);
  void branch_picked(const advisor::KernelStep& step);
  std::string picked_index();
  std::string picked_name(const advisor::KernelExpr& name);
  std::string picked_item(const advisor::KernelExpr& item);
  void survey_tally(const advisor::KernelStep& step);
  void tally(const advisor::KernelStep& step);
  void lead(const advisor::KernelStep& step, const std::string& values);
  void run_up(const advisor::KernelStep& step, const std::string& values);
  void sum_up(const advisor::KernelStep& step, const std::string& values);
  void accumulate(const std::string& sums, const std::string& how,
                  const std::string& start, const std::string& values,
                  bool own);
  bool is_new(const advisor::KernelExpr& value) const;
  void keep_sum(const advisor::KernelStep& step, const std::string& values,
                const std::string& last);
  void keep_best(const advisor::KernelStep& step, const std::string& values);
  std::string in_order(const advisor::KernelExpr& value);
  /// The best of two axes is found without a copy in order.
  bool keeps_shape() const { return masks_.empty() && in_columns(); }
  void line(const std::string& text) { lines_.push_back({depth_, text}); }
  void refuse_if(const std::string& condition);
  /// For the prediction.
  void work(double weight) {
    result_.work.weight += weight * (pick_ ? kFew : 1);
  }
  void way(double ways) {
    result_.work.ways += ways * (pick_ ? kFew : masks_.empty() ? 1 : kSome);
  }

  KernelTerm expression(const advisor::KernelExpr& value);
  KernelTerm read(const advisor::KernelExpr& value);
  KernelTerm picked(const advisor::KernelExpr& value);
  std::string computed_index(const std::string& size,
                             const advisor::KernelExpr& at);
  bool stays(const advisor::KernelExpr& value) const;
  std::string variable(const std::string& index);
  KernelTerm operation(const advisor::KernelExpr& value);
  KernelTerm choose(const advisor::KernelExpr& value);
  KernelTerm combine(const advisor::KernelExpr& value);
  KernelTerm limit(const advisor::KernelExpr& value);
  KernelTerm square(const advisor::KernelExpr& value);
  KernelTerm root(const advisor::KernelExpr& value);
  KernelTerm running_sum(const advisor::KernelExpr& value);
  KernelTerm power(const advisor::KernelExpr& value);
  KernelTerm inexact(const advisor::KernelExpr& value);
  KernelTerm unary(const advisor::KernelExpr& value);
  KernelTerm lookup(const advisor::KernelExpr& value);
  std::string keys_of(const advisor::KernelExpr& value, const KernelTerm& key,
                      const char* wish);
  /// Texts, item by item: the lists that are gone through, and the variables.
  struct TextLoop {
    Words lists = {};
    Words items = {};
  };
  KernelTerm text_item(const advisor::KernelExpr& value, TextLoop& loop);
  KernelTerm text_operation(const advisor::KernelExpr& value);
  void ask_dict(const advisor::KernelInput& dict);
  std::string also(const std::string& mask) const;
  std::string negated(const std::string& mask) const;
  KernelTerm divide(const advisor::KernelExpr& value);
  KernelTerm named(const KernelTerm& term, const char* wish);
  static bool may_differ(const advisor::KernelExpr& a,
                         const advisor::KernelExpr& b);
  KernelTerm name_of(const advisor::KernelExpr& value, const char* wish);
  std::string slice(const advisor::KernelExpr& at,
                    const std::string& whole) const;
  std::string array_of(const std::string& list) const;
  std::string whole_shape(const advisor::KernelExpr& value);
  std::string whole_mask() const;
  std::string shape() const;
  std::string range_text(const advisor::KernelLoop& loop) const;
  std::string count(const advisor::KernelLoop& loop) const;
  std::string bound_text(const advisor::KernelBound& bound,
                         std::int64_t more = 0) const {
    const auto named = sizes_.find(bound.text);
    return sum_text(named == sizes_.end() ? bound.text : named->second,
                    bound.offset + more);
  }
  std::uint32_t sure_axes(const advisor::KernelExpr& value) const;
  void refuse_any(const Words& conditions);
  /// Its value is the new list, or array.
  bool gives_list() const { return kernel_.comprehension || !given_.empty(); }
  bool is_given(const std::string& list) const {
    return std::any_of(given_.begin(), given_.end(),
                       [&](const auto& one) { return one.first == list; });
  }
  void output_pairs(const advisor::KernelStep& step);
  void give(const std::string& list, const std::string& values);
  const char* refusal() const {
    return gives_list() || !result_.folded.empty() ? "return None"
                                                   : "return False";
  }
  std::uint32_t all_axes() const { return columns() ? 3 : 1; }
  bool columns() const { return kernel_.columns; }
  bool in_columns() const { return column_ != nullptr; }
  std::string fresh(const std::string& wish);
  const advisor::KernelInput& input(const std::string& name) const;

  const advisor::Kernel& kernel_;
  const std::string np_;
  const std::string pd_;
  std::string item_;          ///< the variable for tuples of lists
  std::string row_type_;      ///< the variable that says what rows hold, or ""
  std::string numbers_type_;  ///< and the one of what is made of columns, or ""
  std::set<std::string> taken_;
  bool mapped_ = false;  ///< arrays may be memory of files
  std::map<std::string, const advisor::KernelLoop*> loops_;
  const advisor::KernelLoop* column_ = nullptr;  ///< the axis 1 around us
  const advisor::KernelLoop* turns_ = nullptr;   ///< see sum_turns()
  std::set<const advisor::KernelLoop*> sums_;    ///< of which that is done
  std::vector<const advisor::KernelLoop*> all_loops_;
  std::set<const advisor::KernelLoop*> held_;  ///< no longer than a list
  std::set<std::string> by_lanes_;             ///< lists read by arrays
  std::set<std::string> as_lists_;             ///< lists used as such
  std::set<std::string> changed_;
  /// Columns that are given new items.
  struct Stored {
    bool masked = false;  ///< some of them not in all rows
    bool all = false;     ///< but some are
    Words masks = {};
    std::string type = {};   ///< of the column
    std::string array = {};  ///< what it holds in the end
  };
  std::map<std::string, Stored> stores_;
  std::set<const advisor::KernelStep*> growing_;  ///< in their own array
  std::set<std::string> truths_;                  ///< variables that are 0 or 1
  /// Variables that are one of some numbers, and only stored.
  std::map<std::string, Choice> choices_;
  std::set<std::string> computed_;  ///< arrays that are not only compared
  std::map<std::string, std::set<std::string>> compared_with_;  ///< numbers
  std::set<std::string> counted_;  ///< indices used as numbers
  /// Steps that are computed for the iterations that come there alone.
  std::set<const advisor::KernelStep*> picked_;
  std::map<std::string, Pick> picks_;  ///< by condition
  std::optional<Pick> pick_;           ///< that we are in
  bool surveys_picked_ = false;
  bool counts_picked_ = false;     ///< the index is a number in one
  std::set<std::string> numbers_;  ///< scalars used as numbers
  std::set<std::string> summed_;   ///< variables that are added to
  /// Sums of which a value may be a number of Python's.
  std::set<std::string> adds_python_;
  std::set<std::string> running_;  ///< and read behind that
  bool counts_integers_ = false;
  bool counts_numbers_ = false;  ///< that may be integers
  int conditions_ = 0;
  bool gives_all_ = false;    ///< something for every iteration
  bool reads_table_ = false;  ///< an item for every iteration
  bool reads_array_ = false;  ///< the same, of an array that is there
  std::map<std::string, std::string> arrays_;
  std::map<std::string, std::string> unnamed_;  ///< indices without a name
  std::map<std::string, std::string> indices_;  ///< names, by what they are
  std::set<std::string> inside_;   ///< indices and sizes that are asked
  std::set<std::string> nonzero_;  ///< divisors that are asked
  std::map<std::string, std::string> keys_;   ///< lists of columns' items
  std::map<std::string, std::string> sizes_;  ///< names of bounds
  std::map<std::tuple<bool, std::string, std::string>, std::int64_t> lengths_;
  std::string kept_;              ///< what keeps arrays for later calls
  std::set<std::string> steady_;  ///< inputs of which it does
  Words steady_asked_;            ///< conditions, of these alone
  Words early_, late_;  ///< conditions, before and behind the conversions
  std::map<std::string, std::uint32_t> sure_;  ///< variables: axes they have
  Words masks_;
  std::vector<std::uint32_t> mask_axes_;  ///< that they surely have
  std::vector<HelperLine> lines_;
  std::vector<HelperLine> effects_;
  std::map<std::string, std::string> rows_;  ///< lists of new rows, by name
  int depth_ = 1;
  int outermost_ = kOutermost;  ///< depth of what is done once, or in a strip
  bool in_strips_ = false;
  advisor::KernelLoop strip_ = {};        ///< some iterations of the loop
  std::string strip_start_, strip_stop_;  ///< of all
  std::size_t before_strips_ = 0;         ///< lines
  Words strip_stores_ = {};               ///< at the end of each
  bool on_arrays_ = false;                ///< what it is given are arrays
  std::set<std::string> small_;  ///< of these, whose size need not be asked
  /// What its value is then, by the lists that it appends to, in order; "": a
  /// list without a name.
  std::vector<std::pair<std::string, std::string>> given_;
  int stored_ = 0;  ///< places
  bool floats_ = false;
  bool masked_division_ = false;
  KernelText result_;
};

}  // namespace ppp::rewrite
