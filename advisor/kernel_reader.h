// SPDX-License-Identifier: Apache-2.0
// Reads a loop as a Kernel. Whatever it does not understand ends the reading,
// with a Reason.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "advisor/kernel.h"
#include "advisor/pieces.h"

namespace ppp::advisor {

/// What assignments and loops in `body` bind.
Names bound_in(const std::vector<Node>& body);

/// By a loop in `loop`, or by itself.
bool counts_with(Node loop, std::string_view name);

/// What lists hold.
Value items_of(const Heap& heap, const Value& lists);

inline std::vector<Node> block_of(Node body) {
  return {body.children().begin(), body.children().end()};
}

class KernelReader {
 public:
  explicit KernelReader(const Trial& trial) : trial_(trial) {}

  /// The whole loop, for arrays. False: reason() says why not.
  bool read();
  /// The same, in order.
  bool read_in_order();
  const Kernel& kernel() const { return kernel_; }
  const Reason& reason() const { return *reason_; }

 private:
  /// What a variable of the iteration is.
  struct Local {
    enum class Kind {
      kNumber,
      kElement,     ///< an item of a list: read where it is used
      kRow,         ///< a row of a list of lists
      kNewList,     ///< made in this iteration, to be appended
      kRecord,      ///< a row of a DataFrame
      kColumnItem,  ///< an item of a column
      kLabel,       ///< of a row
      kTuple,       ///< an item of `list`, which holds such
      kValue,       ///< an expression, in a function
    };
    Kind kind = Kind::kNumber;
    KernelExpr value;  ///< of an element or row: the read; else type and axes
    bool filled = false;            ///< a new list: by a loop
    bool given = false;             ///< a new list: it has been appended
    std::string label = {};         ///< of a column's item
    std::string attribute_of = {};  ///< see KernelInput
    Node list = {};

    bool operator==(const Local&) const = default;
  };
  using Locals = std::map<std::string, Local, std::less<>>;
  using Expr = std::optional<KernelExpr>;

  /// A list that the loop changes.
  struct Change {
    std::string name;
    Node node;
    std::vector<KernelExpr> at;  ///< empty: it grows
    bool by_rows = false;
    std::uint32_t end = 0;  ///< of the statement in bytes
  };
  struct ColumnRead {
    std::string frame;
    std::string label;
    std::string attribute_of;
    std::vector<KernelExpr> at;
    NumberMaker maker = NumberMaker::kPython;
    /// Of a cell that is named by its row:
    enum class Cell { kNone, kItem, kOfSeries } cell = Cell::kNone;
    KernelInput::Labels labels = KernelInput::Labels::kUnused;
    bool may_store = false;
  };
  /// A row that is named.
  struct RowPlace {
    KernelExpr at;
    KernelInput::Labels labels = KernelInput::Labels::kUnused;
  };
  struct ListRead {
    std::string name;
    Node node;
    std::vector<KernelExpr> at;
    std::uint32_t begin = 0;
  };

  // kernel_statements.cc, kernel_branches.cc
  bool read_comprehension();
  bool read_element(Node element, std::vector<KernelStep>& steps);
  bool statements(const std::vector<Node>& nodes,
                  std::vector<KernelStep>& steps);
  bool statement(Node node, std::vector<KernelStep>& steps);
  bool assign(Node node, std::vector<KernelStep>& steps);
  bool assign_several(Node node, std::vector<KernelStep>& steps);
  bool assign_name(const std::string& name, Node value, KernelExpr read,
                   std::vector<KernelStep>& steps);
  std::optional<bool> tally(Node node, std::vector<KernelStep>& steps);
  bool store(Node target, Node statement, KernelExpr value,
             std::vector<KernelStep>& steps);
  bool append(Node call, std::vector<KernelStep>& steps);
  bool branch(Node node, std::vector<KernelStep>& steps);
  bool branches(Node node, std::vector<Node> others,
                std::vector<KernelStep>& steps);
  bool carry_where(const std::vector<Node>& block, KernelExpr& asked,
                   std::vector<KernelStep>& steps);
  bool meet_branches(Node node, const Locals& before, const Locals& then,
                     KernelStep step, std::vector<KernelStep>& steps);
  void join_changes(KernelStep& step);
  std::string own_name(std::string_view wish);
  bool inner_loop(Node node, std::vector<KernelStep>& steps);
  bool carried(const Names& bound) const;
  bool take_cell(Node loop, std::vector<KernelStep>& steps);
  void give_cell(Node loop, std::vector<KernelStep>& steps);
  bool check_changes();
  bool check_change(const Change& change);
  bool stays_apart(const Change& change, const std::string& name, Node node);
  void spread(const Names& bound, std::vector<KernelStep>& steps);
  bool check_names();

  // kernel_carries.cc
  bool left_behind(Node assignment, Node& read);
  bool leaves_behind(Node statement);
  bool carry(const std::vector<Node>& statements, const KernelExpr* asked,
             std::vector<KernelStep>& steps);
  bool carried_on(Node assignment);

  // kernel_tuples.cc
  struct TuplePlace {
    Node list;
    std::vector<KernelExpr> at;
  };
  bool holds_tuples(Node list) const;
  std::optional<NumberType> type_at(Node list, int place, bool& asked) const;
  bool passes_over(Node name, Node list, int place);
  KernelInput* add_column_of(Node list, int place, int width);
  Expr column_item(Node node, Node list, int place, int width,
                   std::vector<KernelExpr> at);
  bool bind_tuple(Node target, Node list, const KernelLoop& loop, bool indexed,
                  std::string& length);
  bool name_tuple(Node target, Node list, std::vector<KernelExpr> at);
  std::optional<TuplePlace> tuple_place(Node node);
  Expr tuple_item(Node node);
  bool names_tuple(Node target, Node value);
  std::optional<bool> takes_apart(Node node, std::vector<KernelStep>& steps);

  // kernel_folds.cc
  bool comes_along(Node name, int times);
  bool folded(Node name, int times);
  void add_fold(Node name);
  bool given_once(Node name);
  bool runs(Node name);
  bool leads(Node name);
  bool add_up(Node node, std::vector<KernelStep>& steps, bool running);
  bool places_apart(Node at, Node before, std::string& start) const;
  Node sum_with(Node value, Node before) const;
  Expr running_item(Node target, Node value);
  Expr running_append(Node list, Node value);
  Expr running_sum(Node list, std::string start, Node value, Node before);
  Node kept_best(Node branch) const;
  Expr pair(Node tuple);
  Expr kept_or_pair(Node node, const std::string& list = "");
  bool keep_best(Node branch, Node best, std::vector<KernelStep>& steps,
                 bool running);
  void run_on(KernelStep& step, NumberType type);

  // kernel_in_order.cc
  bool ordered(const std::vector<Node>& nodes, std::vector<KernelStep>& steps);
  bool ordered_statement(Node node, std::vector<KernelStep>& steps);
  bool ordered_assign(Node node, std::vector<KernelStep>& steps);
  bool ordered_target(Node target, KernelExpr value,
                      std::vector<KernelStep>& steps);
  bool ordered_row(Node target, KernelExpr row, std::vector<KernelStep>& steps);
  bool ordered_append(Node call, std::vector<KernelStep>& steps);
  bool ordered_branch(Node condition, Node then, std::vector<Node> others,
                      std::vector<KernelStep>& steps);
  bool ordered_for(Node node, std::vector<KernelStep>& steps);
  bool ordered_range(Node call, KernelStep& step);
  bool ordered_items(Node target, Node source, std::string& targets,
                     std::string& sources);
  bool ordered_item(Node target, Node list);
  bool ordered_while(Node node, std::vector<KernelStep>& steps);
  bool in_loop(Node body, std::vector<KernelStep>& steps);
  Expr truth(Node node);
  /// What holds where two branches meet.
  struct Path {
    Names sure;
    Locals rows;
    bool left = false;
  };
  Path path() const { return {sure_, locals_, left_}; }
  void go_on_from(const Path& path);
  void meet(const Path& other);
  bool bind_number(Node name, NumberType type);
  bool bind_row(Node name, KernelExpr row);
  Expr carried_number(Node name);
  bool keep_results();
  bool check_ordered();

  // kernel_heads.cc
  bool head(Node target, Node source, int axis, KernelLoop& loop);
  bool count_head(Node target, Node call, KernelLoop& loop);
  bool item_head(Node target, Node source, KernelLoop& loop);
  bool bind_item(Node target, Node list, const KernelLoop& loop, bool indexed,
                 std::string& length);
  bool is_row(Node node) const;
  bool names_a_row(Node expression) const;
  Expr whole_number(Node node);
  std::optional<KernelBound> bound(Node node);

  // kernel_frames.cc
  bool may_be_frame(Node node) const;
  bool goes_through_rows(Node source) const;
  KernelInput& add_frame(const std::string& name, bool series = false);
  bool rows_head(Node target, Node source, KernelLoop& loop);
  Local row_of(const std::string& frame, const KernelLoop& loop) const;
  std::optional<ColumnRead> column_read(Node node) const;
  KernelInput& add_column(const std::string& frame, const std::string& label,
                          NumberType type);
  Expr column(Node node, NumberType type);
  Expr condition(Node node);
  Expr text(Node node);
  bool framed() const;
  bool may_be_unknown(Node node) const;
  bool may_be_number(Node node) const;
  Expr kept(Node node, const std::string& list = "");
  bool is_table_for_good(Node name) const;
  bool is_column_of(Node value) const;
  bool becomes_column(const std::string& list) const;
  NumberMaker maker_in(const std::string& list, NumberMaker maker) const;
  bool bind_column(Node target, Node column, const KernelLoop& loop,
                   std::string& length);
  Local named_column(const ColumnRead& read);
  bool names_column(Node target, Node value);
  std::optional<KernelExpr> listed(Node node);
  Expr missing(Node call);
  bool check_rows();
  static std::optional<NumberType> common_type(const KernelExpr& a,
                                               const KernelExpr& b);

  // kernel_dates.cc
  struct DateRead {
    Node date;
    Node minus;         ///< null: nothing is taken from it
    std::string field;  ///< behind `.dt.`
  };
  std::optional<DateRead> date_read(Node node) const;
  Expr date_field(const DateRead& read, Node node);
  std::optional<KernelExpr> listed_numbers(Node node);

  // kernel_cells.cc
  std::string measured_frame(Node node) const;
  bool is_index(Node node) const;
  bool goes_through_items(Node source) const;
  bool labels_head(Node target, Node index, KernelLoop& loop);
  bool items_head(Node target, Node column, KernelLoop& loop);
  std::optional<ColumnRead> column_named(Node node) const;
  std::optional<RowPlace> row_place(Node node, const std::string& frame,
                                    bool by_label) const;
  std::optional<ColumnRead> row_read(Node node) const;
  std::optional<ColumnRead> cell_read(Node node) const;
  std::optional<ColumnRead> cell_of_frame(Node node) const;
  std::optional<ColumnRead> cell_of_column(Node holder, Node at) const;
  void note_cell(const ColumnRead& read);
  bool names_row(Node target, Node value);
  bool bound_once(Node target) const;
  bool store_cell(Node target, Node statement, KernelExpr value,
                  std::vector<KernelStep>& steps);
  bool check_cells(const Change& change);

  // kernel_arrays.cc
  bool may_be_array(Node node) const;
  bool names_arrays() const;
  bool is_array(const std::string& name) const;
  bool add_array(Node node, int axes);
  Node array_of_item(Node node) const;
  Expr array_item(Node node);
  Expr array_read(Node node, const std::string& name,
                  std::vector<KernelExpr> at, const std::vector<Node>& given);
  std::optional<KernelExpr> array_length(Node node);
  int axes_of(Node array) const;
  bool row_named(Node assignment, Node value) const;
  bool names_array_row(Node target, Node value);
  bool bind_array_item(Node target, Node array, const KernelLoop& loop,
                       bool indexed, std::string& length);
  Names stay_of_python(Node loop, const Names& bound) const;
  void blur(Node loop, const Names& bound);
  void settle(const std::vector<Node>& body, KernelLoop& loop);
  bool check_array(const Change& change);
  /// The numbers of some input are not known before the program runs.
  bool asks() const { return arrayed_ || framed(); }

  // kernel_lookups.cc
  bool may_be_dict(Node node) const;
  Expr lookup(Node dict, Node key, Node otherwise);
  std::optional<KernelExpr> found_in(Node node);
  bool columns_around() const;
  KernelInput& add_dict(const std::string& name, NumberType held);

  // kernel_texts.cc
  bool makes_text(Node node) const;
  bool may_be_text(Node node) const;
  bool is_of_text(Node node) const;
  bool is_text_length(Node call) const;
  Expr text_value(Node node);
  Expr text_operation(Node node, std::string name, NumberType type,
                      std::vector<Node> of);
  Expr of_text(Node node);
  Expr text_method(Node call);
  Expr text_length(Node call);
  std::optional<KernelExpr> text_comparison(Node node);

  // kernel_functions.cc
  bool read_row_call();
  Node function_of(Node name) const;
  bool is_module(Node node, std::string_view module) const;
  std::string name_in_function(Node callee) const;
  Local bound_value(std::string_view name, KernelExpr value);
  Expr returned_by(Node function);
  Expr inlined(Node call, bool given_back);
  std::optional<Locals> arguments(Node call, Node function);
  Expr returned_by(std::vector<Node> statements);
  Expr returned_otherwise(std::vector<Node> others,
                          const std::vector<Node>& behind);
  Expr returned(Node node);
  Expr either(Node node, KernelExpr asked, KernelExpr yes, KernelExpr no);

  // kernel_expressions.cc
  Expr expression(Node node);
  Expr number(Node node);
  Expr name(Node node);
  bool hidden(const std::string& name) const;
  std::optional<NumberType> constant_type(const std::string& name) const;
  Expr captured(Node node);
  Expr asked_number(const std::string& name);
  Expr unary(Node node);
  Expr binary(Node node);
  Expr arithmetic(Node node, std::string_view op, KernelExpr left,
                  KernelExpr right);
  Expr power_of_two(const KernelExpr& base, const KernelExpr& power) const;
  Expr literal_power(Node node, const KernelExpr& base,
                     const KernelExpr& power);
  bool tolerated(Node node);
  Expr comparison(Node node);
  Expr logic(Node node);
  Expr choice(Node node);
  Expr call(Node node);
  static std::optional<KernelExpr> infinity(Node arguments);
  Expr extreme(Node node, std::string_view name, std::vector<KernelExpr> parts);
  Expr whole_part(std::string_view function, const KernelExpr& of) const;
  Expr length(Node call);
  bool need_row(const KernelExpr& row);
  Expr item(Node node);
  Expr row_or_item(Node node, bool row);
  std::optional<KernelExpr> index(Node node);
  std::optional<KernelExpr> moved_index(const KernelExpr& value) const;
  bool add_list(Node node, KernelInput::Kind kind, bool read);
  KernelInput* input(const std::string& name);
  const KernelInput* input(const std::string& name) const;
  std::optional<NumberType> known_type(Node name) const;
  std::optional<NumberType> number_type(const Value& held, bool& asked) const;
  bool one_type(Node name) const;
  std::string library_name(Node callee) const;
  bool only_lists(const Value& value) const;

  bool refuse(Node node, std::string id, std::string message);
  bool not_understood(Node node);

  const Trial& trial_;
  Kernel kernel_;
  std::optional<Reason> reason_;
  Locals locals_;
  /// What a loop in order adds to, the same in all its turns: `c[i][j]`.
  struct Cell {
    std::string text;
    std::string name;  ///< of the variable that stands for it
    Node target;
    KernelExpr place;
  };
  std::optional<Cell> cell_;
  std::map<std::string, NumberMaker> given_;  ///< by a loop in order
  bool arrayed_ = false;  ///< there may be an array of NumPy
  /// Names that keep something for later iterations, and where they get it.
  std::map<std::string, Node, std::less<>> carries_;
  Names folded_;   ///< from around the loop, and given back
  Node function_;  ///< that we are in; null: where the loop stands
  std::vector<KernelStep>* current_ = nullptr;  ///< what is being filled
  std::vector<KernelExpr> path_;  ///< conditions around us, in functions
  int shielded_ = 0;              ///< parts of expressions that may not run
  int named_ = 0;
  std::vector<std::pair<std::string, std::string>> wanted_;  ///< columns
  std::map<std::string, std::string> attributes_;  ///< of what some are
  bool strict_ = false;             ///< its result is no item of a Series
  int calls_ = 0;                   ///< of functions, around us
  std::uint32_t called_at_ = 0;     ///< the outermost of them, in bytes
  std::vector<KernelStep> joined_;  ///< to stand behind the branch
  Names loop_bound_;                ///< what is bound around a function
  Names bound_;                     ///< anywhere in the loop
  std::map<std::string, KernelLoop, std::less<>> counting_;  ///< by index
  Names uneven_;  ///< those of loops that are longer in some turns of others
  std::vector<Change> changes_;
  std::vector<ListRead> reads_;
  std::vector<Node> lengths_;  ///< calls that ask for one in each iteration
  std::map<std::string, Node> lists_;  ///< where each was first seen
  bool tallies_ = false;               ///< we read where something is added
  int in_order_ = 0;                   ///< loops that stay around us
  int conditions_ = 0;                 ///< around us
  int axes_ = 1;                       ///< of the loops around us
  int unnamed_ = 0;
  // In order:
  std::map<std::string, NumberType, std::less<>> types_;  ///< one per variable
  Names sure_;         ///< variables that are bound where we are
  bool left_ = false;  ///< by break or continue: nothing comes here
  std::map<std::string, NumberType> appended_;
  Names measured_;  ///< lists whose length is asked
};

}  // namespace ppp::advisor
