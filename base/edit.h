// SPDX-License-Identifier: Apache-2.0
// Changes of a text.

#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace ppp {

/// Replace the bytes of `range` by `text`.
struct Edit {
  ByteRange range;
  std::string text;

  bool operator==(const Edit&) const = default;
};

/// `text` with `edits` done. Insertions at one place stand in the order given;
/// the same replacement twice counts once. Fails (kInternal) when edits
/// overlap.
Result<std::string> edited(const std::string& text, std::vector<Edit> edits);

/// Where what stood at `position` stands then: behind what is put there, or in
/// place of a text around it. `edits` are sorted.
std::uint32_t moved(std::uint32_t position, const std::vector<Edit>& edits);

/// The edits of a text of `size` bytes that do what `first` and, in the text
/// with these, `second` do. Neither may overlap within itself.
std::vector<Edit> composed(std::vector<Edit> first, std::vector<Edit> second,
                           std::uint32_t size);

}  // namespace ppp
