// SPDX-License-Identifier: Apache-2.0
#include "base/edit.h"

#include <algorithm>

namespace ppp {
namespace {

/// A part of an edited text: bytes of the original, or new ones.
struct Chunk {
  ByteRange kept;
  std::string text;

  std::uint32_t size() const {
    return text.empty() ? kept.size() : static_cast<std::uint32_t>(text.size());
  }
  Chunk part(std::uint32_t from, std::uint32_t to) const {
    if (!text.empty()) return {{}, text.substr(from, to - from)};
    return {{kept.begin + from, kept.begin + to}, ""};
  }
};

/// The chunks `from` to `to` of what `chunks` are together.
void copy(const std::vector<Chunk>& chunks, std::uint32_t from,
          std::uint32_t to, std::vector<Chunk>& into) {
  std::uint32_t begin = 0;
  for (const Chunk& chunk : chunks) {
    const std::uint32_t end = begin + chunk.size();
    const std::uint32_t low = std::max(from, begin);
    const std::uint32_t high = std::min(to, end);
    if (low < high) into.push_back(chunk.part(low - begin, high - begin));
    begin = end;
  }
}

std::vector<Chunk> edited(const std::vector<Chunk>& chunks,
                          std::vector<Edit> edits) {
  std::stable_sort(
      edits.begin(), edits.end(),
      [](const Edit& a, const Edit& b) { return a.range < b.range; });
  std::vector<Chunk> result;
  std::uint32_t done = 0;
  for (Edit& edit : edits) {
    copy(chunks, done, edit.range.begin, result);
    if (!edit.text.empty()) result.push_back({{}, std::move(edit.text)});
    done = edit.range.end;
  }
  copy(chunks, done, UINT32_MAX, result);
  return result;
}

}  // namespace

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

std::vector<Edit> composed(std::vector<Edit> first, std::vector<Edit> second,
                           std::uint32_t size) {
  std::vector<Chunk> chunks = {{{0, size}, ""}};
  chunks = edited(edited(chunks, std::move(first)), std::move(second));
  chunks.push_back({{size, size}, ""});
  std::vector<Edit> edits;
  std::uint32_t done = 0;
  std::string text;
  for (Chunk& chunk : chunks) {
    if (!chunk.text.empty()) {
      text += chunk.text;
      continue;
    }
    if (done != chunk.kept.begin || !text.empty()) {
      edits.push_back({{done, chunk.kept.begin}, std::move(text)});
    }
    text.clear();
    done = chunk.kept.end;
  }
  return edits;
}

}  // namespace ppp
