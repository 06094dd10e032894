// SPDX-License-Identifier: Apache-2.0
// What is asked of the tables of a kernel, and how their columns become
// arrays.
#include <algorithm>

#include "rewrite/kernel_lines.h"

namespace ppp::rewrite {

using advisor::KernelExpr;
using advisor::KernelInput;
using advisor::NumberType;

namespace {

std::string types_of(NumberType type) {
  if (type == NumberType::kFlag) return "!= \"bool\"";
  if (type == NumberType::kText) return "not in (\"object\", \"str\")";
  return "not in (\"int64\", \"float64\")";
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

}  // namespace

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
        fmt::format("type({}) is not {}.DataFrame", frame.name, pd_),
        fmt::format("type({}.columns) is not {}.Index", frame.name, pd_),
        fmt::format("not {}.columns.is_unique", frame.name),
        fmt::format("{{*map(type, {}.columns)}} != {{str}}", frame.name)};
    for (const KernelInput& column : kernel_.inputs) {
      if (column.frame != frame.name) continue;
      asked.push_back(
          fmt::format("\"{}\" not in {}.columns", column.label, frame.name));
      if (column.read) {
        asked.push_back(
            fmt::format("{}.dtype {}", column.name, types_of(column.type)));
      }
      if (!column.attribute_of.empty()) {
        asked.push_back(fmt::format("hasattr({}.{}, \"{}\")", pd_,
                                    column.attribute_of, column.label));
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
    refuse_any(asked);
    if (!frame.series) continue;
    row_type_ = fresh("row_type");
    line(fmt::format("{} = {}.iloc[:0].to_numpy().dtype", row_type_,
                     frame.name));
    std::string condition =
        row_type_ + " not in (\"int64\", \"float64\", \"object\")";
    // What apply() gives the function is of the type of a row.
    if (kernel_.gives_series) {
      condition +=
          fmt::format(" or {}.iloc[0].dtype != {}", frame.name, row_type_);
    }
    refuse_if(condition);
    numbers_type_ = fresh("dtype");
    line(fmt::format("{} = None if {} == \"object\" else {}", numbers_type_,
                     row_type_, row_type_));
  }
}

void KernelLines::convert_column(const KernelInput& column) {
  const std::string array = fresh(array_name(column.label));
  arrays_[column.name] = array;
  if (column.type == NumberType::kText) {
    line(fmt::format("{} = {}.to_numpy(dtype=object)", array, column.name));
    need_late(
        fmt::format("not {{*map(type, {}.tolist())}} <= {{str, float, "
                    "type(None)}}",
                    array));
    return;
  }
  line(fmt::format("{} = {}.to_numpy({})", array, column.name,
                   column.type == NumberType::kNumber ? numbers_type_ : ""));
  if (column.type != NumberType::kNumber) return;
  need_late(fmt::format(
      "{0}.dtype == \"int64\" and {1}.any(({0} < -2**{2}) | ({0} > 2**{2}))",
      array, np_, kernel_.bits));
}

/// An array's numbers as the program would have had them.
std::string KernelLines::given_back(const std::string& values,
                                    const KernelExpr& value) const {
  if (!value.of_row) return values + ".tolist()";
  return fmt::format("{0}.tolist() if {1} == \"object\" else {0}", values,
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
