// SPDX-License-Identifier: Apache-2.0
#include "base/edit.h"

#include <algorithm>

namespace ppp {

Result<std::string> edited(const std::string& text, std::vector<Edit> edits) {
  std::stable_sort(
      edits.begin(), edits.end(),
      [](const Edit& a, const Edit& b) { return a.range < b.range; });
  std::string result;
  std::uint32_t done = 0;
  const Edit* last = nullptr;
  for (const Edit& edit : edits) {
    bool again = last != nullptr && !edit.range.empty() && *last == edit;
    if (again) continue;
    if (edit.range.begin < done || edit.range.end > text.size()) {
      return Error{Error::Kind::kInternal, "edits of a rewrite overlap",
                   "please report this with the program"};
    }
    result.append(text, done, edit.range.begin - done);
    result += edit.text;
    done = edit.range.end;
    last = &edit;
  }
  result.append(text, done);
  return result;
}

std::uint32_t moved(std::uint32_t position, const std::vector<Edit>& edits) {
  std::uint32_t result = position;
  for (const Edit& edit : edits) {
    const auto length = static_cast<std::uint32_t>(edit.text.size());
    if (edit.range.end <= position) {
      result += length - edit.range.size();
    } else if (edit.range.begin < position) {
      return result - (position - edit.range.begin) + length;
    }
  }
  return result;
}

}  // namespace ppp
