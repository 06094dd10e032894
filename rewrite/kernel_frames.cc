// SPDX-License-Identifier: Apache-2.0
// What is asked of the tables of a kernel, and how their columns become
// arrays.
#include <algorithm>
#include <set>

#include "rewrite/kernel_lines.h"

namespace ppp::rewrite {

using advisor::KernelExpr;
using advisor::KernelInput;
using advisor::KernelStep;
using advisor::NumberType;

namespace {

std::string not_texts(const std::string& array) {
  return fmt::format(
      "not {{*map(type, {}.tolist())}} <= {{str, float, type(None)}}", array);
}

/// A name for the column's array.
std::string array_name(const std::string& label) {
  std::string name;
  for (char letter : label) {
    const bool fits = (letter >= 'a' && letter <= 'z') || letter == '_' ||
                      (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9');
    name += fits ? letter : '_';
  }
  const bool begins = !name.empty() && (name[0] < '0' || name[0] > '9');
  return begins ? name : "column_" + name;
}

/// What is done with items of a column, and with variables that have them.
class ItemUses {
 public:
  explicit ItemUses(const std::string& column) : names_{column} {}

  /// They are appended to lists as they are, and that is all.
  bool only_appended(const std::vector<KernelStep>& steps) {
    for (const KernelStep& step : steps) {
      if (step.kind != KernelStep::Kind::kAssign) continue;
      if (!is_item(step.value)) {
        set_.insert(step.name);
      } else if (!names_.insert(step.name).second) {
        return false;
      }
    }
    appended_ = false;
    return fits(steps, /*top=*/true) && appended_;
  }

 private:
  bool is_item(const KernelExpr& value) const {
    return (value.kind == KernelExpr::Kind::kName ||
            value.kind == KernelExpr::Kind::kRead) &&
           names_.contains(value.text);
  }

  bool mentions(const KernelExpr& value) const {
    return names_.contains(value.text) ||
           std::any_of(value.parts.begin(), value.parts.end(),
                       [&](const KernelExpr& one) { return mentions(one); });
  }

  bool fits(const std::vector<KernelStep>& steps, bool top) {
    return std::all_of(steps.begin(), steps.end(), [&](const KernelStep& one) {
      return fits_step(one, top);
    });
  }

  bool fits_step(const KernelStep& step, bool top) {
    using Kind = KernelStep::Kind;
    const bool item = is_item(step.value);
    const bool at =
        std::any_of(step.at.begin(), step.at.end(),
                    [&](const KernelExpr& one) { return mentions(one); });
    if (at || names_.contains(step.running)) return false;
    if (step.kind == Kind::kAppend) {
      if (item) return appended_ = true;
      if (!is_pair(step.value)) return !mentions(step.value);
      for (const KernelExpr& part : step.value.parts) {
        appended_ = appended_ || is_item(part);
        if (!is_item(part) && mentions(part)) return false;
      }
      return true;
    }
    if (step.kind == Kind::kAssign && item) {
      return top && !set_.contains(step.name);
    }
    return !mentions(step.value) && !names_.contains(step.name) &&
           fits(step.body, false) && fits(step.otherwise, false);
  }

  std::set<std::string> names_;
  std::set<std::string> set_;  ///< to something else
  bool appended_ = false;
};

}  // namespace

/// Items that only go from rows into lists may be texts as well.
bool KernelLines::may_hold_texts(const KernelInput& column) const {
  return column.type == NumberType::kNumber && !column.stored &&
         column.of_date.empty() && !kernel_.gives_series &&
         ItemUses(column.name).only_appended(kernel_.steps);
}

bool KernelLines::is_frame_part(const std::string& name) const {
  return std::any_of(kernel_.inputs.begin(), kernel_.inputs.end(),
                     [&](const KernelInput& one) {
                       return one.name == name &&
                              (one.kind == KernelInput::Kind::kFrame ||
                               one.kind == KernelInput::Kind::kColumn);
                     });
}

bool KernelLines::asks_dtypes() const {
  return std::any_of(
      kernel_.inputs.begin(), kernel_.inputs.end(),
      [](const KernelInput& one) { return one.type == NumberType::kNumber; });
}

// Before anything else is done with what may be no table at all.
void KernelLines::ask_frames() {
  for (const KernelInput& frame : kernel_.inputs) {
    if (frame.kind != KernelInput::Kind::kFrame) continue;
    std::vector<std::string> asked = {
        kHasWarned,
        fmt::format("type({}) is not {}.DataFrame", frame.name, pd_),
        fmt::format("type({}.columns) is not {}.Index", frame.name, pd_),
        fmt::format("not {}.columns.is_unique", frame.name),
        fmt::format("{{*map(type, {}.columns)}} != {{str}}", frame.name)};
    for (const KernelInput& column : kernel_.inputs) {
      if (column.frame != frame.name) continue;
      if (!column.of_date.empty()) {
        ask_dates(column, asked);
        continue;
      }
      const std::string there =
          fmt::format("\"{}\" in {}.columns", column.label, frame.name);
      const std::string type =
          may_hold_texts(column)
              ? fmt::format(
                    "{}.dtype not in (\"int64\", \"float64\", "
                    "\"object\", \"str\")",
                    column.name)
              : fmt::format("{}.dtype {}", column.name, types_of(column.type));
      if (may_be_new(column)) {
        asked.push_back(there + " and " + type);
        // Pandas warns of tables that grow from many parts.
        asked.push_back(
            fmt::format("\"{}\" not in {}.columns and len({}.columns) > 90",
                        column.label, frame.name, frame.name));
      } else {
        const std::string missing =
            fmt::format("\"{}\" not in {}.columns", column.label, frame.name);
        if (std::find(asked.begin(), asked.end(), missing) == asked.end()) {
          asked.push_back(missing);
        }
        if (column.read || column.stored) asked.push_back(type);
      }
      if (!column.attribute_of.empty()) {
        asked.push_back(fmt::format("hasattr({}.{}, \"{}\")", pd_,
                                    column.attribute_of, column.label));
      }
      if (column.attribute_of == "DataFrame") {  // one that the program set
        asked.push_back(
            fmt::format("\"{}\" in {}.__dict__", column.label, frame.name));
      }
    }
    if (kernel_.gives_series) {
      asked.push_back(fmt::format("len({}) == 0", frame.name));
      asked.push_back(fmt::format("{}.attrs", frame.name));
      asked.push_back(
          fmt::format("not {}.flags.allows_duplicate_labels", frame.name));
      if (!frame.series) {
        asked.push_back(
            fmt::format("{}[\"{}\"].attrs", frame.name, kernel_.series_name));
      }
    }
    ask_rows(frame, asked);
    refuse_any(asked);
    if (frame.series) ask_row_type(frame);
  }
}

// How its rows are found, and whether they may be given new items.
/// What is missing has no fields; the time between two dates, of which either
/// is far from ours, does not always fit into what pandas has for it.
void KernelLines::ask_dates(const KernelInput& column, Words& asked) const {
  std::vector<std::string> labels = {column.label};
  if (!column.minus.empty()) labels.push_back(column.minus);
  for (const std::string& label : labels) {
    const std::string items = fmt::format("{}[\"{}\"]", column.frame, label);
    for (const std::string& one :
         {fmt::format("\"{}\" not in {}.columns", label, column.frame),
          fmt::format("str({}.dtype) not in (\"datetime64[ns]\", "
                      "\"datetime64[us]\")",
                      items),
          fmt::format("{}.isna().any()", items)}) {
      const bool known =
          std::find(asked.begin(), asked.end(), one) != asked.end();
      if (!known) asked.push_back(one);
    }
    if (column.minus.empty()) continue;
    asked.push_back(
        fmt::format("({}.dt.year - 1970).abs().max() > 100", items));
  }
}

void KernelLines::ask_rows(const KernelInput& frame, Words& asked) const {
  using Labels = KernelInput::Labels;
  if (frame.labels == Labels::kCounting) {
    asked.push_back(
        fmt::format("type({}.index) is not {}.RangeIndex", frame.name, pd_));
    asked.push_back(
        fmt::format("{0}.index.start or {0}.index.step != 1", frame.name));
  } else if (frame.labels == Labels::kDifferent) {
    asked.push_back(fmt::format(
        "type({0}.index) not in ({1}.Index, {1}.RangeIndex)", frame.name, pd_));
    asked.push_back(fmt::format("not {}.index.is_unique", frame.name));
    asked.push_back(fmt::format(
        "{0}.index.dtype != \"int64\" and {{*map(type, {0}.index)}} != {{str}}",
        frame.name));
  }
  if (frame.named_rows && stores_.empty()) {
    asked.push_back(fmt::format("len({}) == 0", frame.name));
  }
  if (stores_.empty()) return;
  asked.push_back(fmt::format("len({}) < 2", frame.name));
  // A part of another table: pandas before 3 warns.
  asked.push_back(
      fmt::format("getattr({}, \"_is_copy\", None) is not None", frame.name));
}

void KernelLines::ask_row_type(const KernelInput& frame) {
  row_type_ = fresh("row_type");
  line(fmt::format("{} = {}.iloc[:0].to_numpy().dtype", row_type_, frame.name));
  std::string condition =
      row_type_ + " not in (\"int64\", \"float64\", \"object\")";
  // What apply() gives the function is of the type of a row, and so is
  // `df.iloc[i]`. Texts alone are that of pandas 3.
  if (kernel_.gives_series || frame.named_rows) {
    condition += fmt::format(" or {}.iloc[0].dtype not in ({}, \"str\")",
                             frame.name, row_type_);
  }
  refuse_if(condition);
  // Items that are read by themselves are not of the type of a row.
  if (frame.items) {
    refuse_if(fmt::format("{0} != \"object\" and ({1}.dtypes != {0}).any()",
                          row_type_, frame.name));
  }
  // A new column may make the following rows of another type.
  for (const KernelInput& column : kernel_.inputs) {
    if (!frame.named_rows || !may_be_new(column)) continue;
    refuse_if(fmt::format("{} == \"int64\" and \"{}\" not in {}.columns",
                          row_type_, column.label, frame.name));
  }
  numbers_type_ = fresh("dtype");
  line(fmt::format("{} = None if {} == \"object\" else {}", numbers_type_,
                   row_type_, row_type_));
}

// The first iteration makes it, where it stores in it alone or always.
bool KernelLines::may_be_new(const KernelInput& column) const {
  const bool masked =
      std::any_of(stores_.begin(), stores_.end(),
                  [](const auto& stored) { return stored.second.masked; });
  return column.made && !column.read && column.type != NumberType::kFlag &&
         (stores_.size() == 1 || !masked);
}

// Rows that get nothing keep what they had.
void KernelLines::convert_stored(const KernelInput& column) {
  Stored& stored = stores_.at(column.name);
  const std::string name = array_name(column.label);
  const bool text = column.type == NumberType::kText;
  const bool made = may_be_new(column);
  const std::string there =
      fmt::format(" if \"{}\" in {}.columns else ", column.label, column.frame);
  if (column.type == NumberType::kNumber) {
    stored.type = column.name + ".dtype";
    if (made) {
      stored.type = fresh(name + "_type");
      line(fmt::format("{} = {}.dtype{}\"float64\"", stored.type, column.name,
                       there));
    }
  }
  if (!stored.masked) return;
  stored.array = fresh("old_" + name);
  line(fmt::format("{} = {}.to_numpy({})", stored.array, column.name,
                   text ? "dtype=object" : "") +
       (made ? fmt::format("{}{}.full(len({}), {}.nan)", there, np_,
                           column.frame, np_)
             : ""));
  if (text) need_late(not_texts(stored.array));
}

void KernelLines::convert_column(const KernelInput& column) {
  const std::string array = fresh(array_name(
      column.label + (column.of_date.empty() ? "" : "_" + column.of_date)));
  arrays_[column.name] = array;
  if (!column.of_date.empty()) {
    line(fmt::format("{} = {}.to_numpy(\"int64\")", array, column.name));
    return need_late(fmt::format("{1}.any(({0} < -2**{2}) | ({0} > 2**{2}))",
                                 array, np_, kernel_.bits));
  }
  if (column.type == NumberType::kText) {
    line(fmt::format("{} = {}.to_numpy(dtype=object)", array, column.name));
    return need_late(not_texts(array));
  }
  const bool of_row =
      column.type == NumberType::kNumber && input(column.frame).series;
  line(fmt::format("{} = {}.to_numpy({})", array, column.name,
                   of_row ? numbers_type_ : ""));
  if (column.type != NumberType::kNumber) return;
  if (may_hold_texts(column)) {
    return need_late(fmt::format(
        "{0}.dtype == \"object\" and {{*map(type, {0}.tolist())}} != {{str}}",
        array));
  }
  need_late(fmt::format(
      "{0}.dtype == \"int64\" and {1}.any(({0} < -2**{2}) | ({0} > 2**{2}))",
      array, np_, kernel_.bits));
}

/// A list of an array's numbers as the program would have had them.
std::string KernelLines::given_back(const std::string& values,
                                    const KernelExpr& value) const {
  if (value.maker == advisor::NumberMaker::kPython) return values + ".tolist()";
  if (value.maker == advisor::NumberMaker::kNumPy) return "[*" + values + "]";
  return fmt::format("{0}.tolist() if {1} == \"object\" else [*{0}]", values,
                     row_type_);
}

/// Values of which one takes the other's place must be of one type.
void KernelLines::need_one_type(const std::string& a, const std::string& b) {
  refuse_if(fmt::format("{0}.asarray({1}).dtype != {0}.asarray({2}).dtype", np_,
                        a, b));
}

/// Where they are of two types, both must be there: together they are floats.
void KernelLines::need_both(const std::string& mask, const std::string& a,
                            const std::string& b) {
  const std::string both = fresh("both");
  line(fmt::format("{} = {}.any({}) and {}.any({})", both, np_, also(mask), np_,
                   also(negated(mask))));
  refuse_if(fmt::format(
      "not {0} and {1}.asarray({2}).dtype != {1}.asarray({3}).dtype", both, np_,
      a, b));
}

// What the column holds when the loop is over. Rows that get nothing keep what
// they had.
void KernelLines::store_column(const KernelStep& step) {
  const KernelInput& column = input(step.name);
  const std::string values = fresh(array_name(column.label) + "_values");
  std::string text = whole_shape(step.value);
  if (step.value.type == NumberType::kText) {
    text = (text.find(' ') == std::string::npos || text.ends_with(")")
                ? text
                : "(" + text + ")") +
           ".astype(object)";
  }
  line(values + " = " + text);
  Stored& stored = stores_.at(step.name);
  if (column.type == NumberType::kNumber) {
    // Ints go into a column of floats if those are exact, not the other way.
    refuse_if(
        fmt::format("{0}.dtype != {1} and ({1} == \"int64\" or "
                    "{2}.any({2}.abs({0}) > 2**53))",
                    values, stored.type, np_));
  }
  if (masks_.empty()) {
    stored.array = values;
    return;
  }
  const std::string where = whole_mask();
  const std::string merged = fresh("new_" + array_name(column.label));
  line(fmt::format("{} = {}.where({}, {}, {})", merged, np_, where, values,
                   stored.array));
  stored.array = merged;
  stored.masks.push_back(where);
}

// Nothing has been changed yet: may the columns be?
void KernelLines::ask_stored() {
  if (stores_.empty()) return;
  Words labels;
  std::string frame;
  for (const KernelInput& column : kernel_.inputs) {
    const auto stored = stores_.find(column.name);
    if (stored == stores_.end()) continue;
    frame = column.frame;
    labels.push_back("\"" + column.label + "\"");
    if (may_be_new(column) && !stored->second.all) {
      std::string first;
      for (const std::string& mask : stored->second.masks) {
        first += (first.empty() ? "" : " or ") + mask + "[0]";
      }
      result_.lines.push_back(
          {1, fmt::format("if \"{}\" not in {}.columns and not ({}):",
                          column.label, frame, first)});
      result_.lines.push_back({2, refusal()});
    }
  }
  const std::string label = fresh("label");
  const std::string place = fresh("place");
  result_.lines.push_back(
      {1, fmt::format("for {} in ({}{}):", label, joined(labels),
                      labels.size() == 1 ? "," : "")});
  result_.lines.push_back(
      {2, fmt::format("if {} in {}.columns:", label, frame)});
  result_.lines.push_back(
      {3, fmt::format("{} = {}.columns.get_loc({})", place, frame, label)});
  result_.lines.push_back({3, "try:"});
  result_.lines.push_back(
      {4, fmt::format("{0}.iat[0, {1}] = {0}.iat[0, {1}]", frame, place)});
  result_.lines.push_back({3, "except ValueError:"});
  result_.lines.push_back({4, refusal()});
  for (const KernelInput& column : kernel_.inputs) {
    if (stores_.contains(column.name)) give_column(column);
  }
  result_.may_refuse = true;
}

// Item by item pandas stores in place, and so by parts, but not whole columns
// in every version.
void KernelLines::give_column(const KernelInput& column) {
  const std::string& frame = column.frame;
  const std::string values = stores_.at(column.name).array;
  if (may_be_new(column)) {
    effects_.push_back(
        {1, fmt::format("if \"{}\" not in {}.columns:", column.label, frame)});
    effects_.push_back(
        {2, fmt::format("{0}.loc[{0}.index[0], \"{1}\"] = {2}[0]", frame,
                        column.label, values)});
  }
  const std::string place = fresh("place");
  effects_.push_back({1, fmt::format("{} = {}.columns.get_loc(\"{}\")", place,
                                     frame, column.label)});
  effects_.push_back(
      {1, fmt::format("{}.iat[0, {}] = {}[0]", frame, place, values)});
  effects_.push_back(
      {1, fmt::format("{}.iloc[1:, {}] = {}[1:]", frame, place, values)});
}

/// What the call of pandas would have given.
std::string KernelLines::series(const std::string& values,
                                const KernelExpr& value) const {
  const KernelInput& frame = *std::find_if(
      kernel_.inputs.begin(), kernel_.inputs.end(), [](const KernelInput& one) {
        return one.kind == KernelInput::Kind::kFrame;
      });
  const std::string name =
      kernel_.series_name.empty()
          ? ""
          : fmt::format(", name=\"{}\"", kernel_.series_name);
  const std::string given = value.type == NumberType::kText
                                ? values + ".tolist()"
                                : fmt::format("{}.array({})", np_, values);
  return fmt::format("{}.Series({}, index={}.index{})", pd_, given, frame.name,
                     name);
}

}  // namespace ppp::rewrite
