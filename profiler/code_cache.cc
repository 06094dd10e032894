// SPDX-License-Identifier: Apache-2.0
#include "profiler/code_cache.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "profiler/cpython/line_table.h"

namespace ppp::profiler {
namespace {

// What has lived for long will live on: the code of a module is freed when it
// has run, and while a program starts one follows the other.
constexpr double kRecheckSeconds = 0.05;
constexpr double kRecheckShare = 1.0 / 16;
// Larger than any real name, table or function; more is not a code object.
constexpr std::uint64_t kLongestText = 1 << 16;
constexpr std::uint64_t kLongestTable = 1 << 28;
// Who replaces the table of a code object by one for fewer instructions
// (code.replace(), generated functions) does so for a small one.
constexpr std::uint64_t kMostUnlocated = 1 << 16;
// One a thread: each has its own.
constexpr std::uint64_t kMostCopies = 1 << 14;

void append_utf8(std::string& text, std::uint32_t c) {
  auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | (c >> 6));
    put(0x80 | (c & 63));
  } else if (c >= 0xd800 && c < 0xe000) {
    // A lone surrogate stands for a byte of a file name that is not UTF-8.
    text += '?';
  } else if (c < 0x10000) {
    put(0xe0 | (c >> 12));
    put(0x80 | ((c >> 6) & 63));
    put(0x80 | (c & 63));
  } else {
    put(0xf0 | ((c >> 18) & 7));
    put(0x80 | ((c >> 12) & 63));
    put(0x80 | ((c >> 6) & 63));
    put(0x80 | (c & 63));
  }
}

template <typename T>
T field(std::span<const std::byte> bytes, std::size_t offset) {
  T value{};
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

}  // namespace

CodeCache::CodeCache(RemoteMemory& memory, const cpython::Offsets& offsets)
    : memory_(memory), offsets_(offsets), objects_(memory, offsets) {
  std::uint32_t end = 0;
  for (std::uint32_t offset :
       {offsets.code_filename, offsets.code_name, offsets.code_qualname,
        offsets.code_lines, offsets.code_firstlineno, offsets.object_size,
        offsets.object_type, offsets.code_bytes}) {
    end = std::max(end, offset + 8);
  }
  header_.resize(end);
  bytes_header_.resize(std::max(offsets.object_type, offsets.object_size) + 8);
}

bool CodeCache::read_identity(Address address, Identity& identity) {
  if (address == 0 || address % 8 != 0 ||
      !memory_.read(address, header_.data(), header_.size())) {
    return false;
  }
  identity = identity_in(header_);
  return objects_.is_type(identity[0], "code");
}

CodeCache::Identity CodeCache::identity_in(
    std::span<const std::byte> header) const {
  return {
      field<Address>(header, offsets_.object_type),
      field<Address>(header, offsets_.code_filename),
      field<Address>(header, offsets_.code_name),
      field<Address>(header, offsets_.code_lines),
      field<std::uint32_t>(header, offsets_.code_firstlineno),
      field<Address>(header, offsets_.lines == cpython::LineFormat::kLocations
                                 ? offsets_.object_size
                                 : offsets_.code_bytes)};
}

void CodeCache::refresh(std::span<const Address> addresses, double now_s) {
  due_.clear();
  ranges_.clear();
  const std::size_t size = header_.size();
  if (headers_.size() < addresses.size() * size) {
    headers_.resize(addresses.size() * size);
  }
  for (Address address : addresses) {
    auto it = entries_.find(address);
    if (it == entries_.end() || now_s <= it->second.code.due_s) continue;
    ranges_.push_back({address, headers_.data() + due_.size() * size, size});
    due_.push_back(&it->second);
  }
  if (due_.size() < 2) return;  // find() does as well
  const std::size_t read = memory_.read_ranges(ranges_) / size;
  for (std::size_t i = 0; i < read; ++i) {
    const std::span header(headers_.data() + i * size, size);
    if (identity_in(header) == due_[i]->identity) mark_checked(*due_[i], now_s);
  }
}

void CodeCache::mark_checked(Entry& entry, double now_s) const {
  entry.code.due_s = now_s + std::min(kRecheckSeconds,
                                      kRecheckShare * (now_s - entry.loaded_s));
}

Code* CodeCache::find(Address address, double now_s) {
  auto it = entries_.find(address);
  if (it != entries_.end() && now_s <= it->second.code.due_s) {
    return &it->second.code;
  }
  Identity identity{};
  if (!read_identity(address, identity)) {
    if (it != entries_.end()) entries_.erase(it);
    return nullptr;
  }
  if (it != entries_.end() && it->second.identity == identity) {
    mark_checked(it->second, now_s);
    return &it->second.code;
  }
  Entry& entry = entries_[address];
  entry = Entry();
  entry.identity = identity;
  entry.loaded_s = entry.code.due_s = now_s;
  if (load(address, entry)) return &entry.code;
  // It may be in the making: the next sample tries again.
  entries_.erase(address);
  return nullptr;
}

// Uses header_ as read_identity left it.
bool CodeCache::load(Address address, Entry& entry) {
  Code& code = entry.code;
  const std::uint32_t name =
      offsets_.code_qualname ? offsets_.code_qualname : offsets_.code_name;
  code.first_line =
      static_cast<int>(field<std::int32_t>(header_, offsets_.code_firstlineno));
  std::uint64_t units = 0;
  if (offsets_.lines == cpython::LineFormat::kLocations) {
    code.bytecode = address + offsets_.code_bytes;
    units = field<std::uint64_t>(header_, offsets_.object_size);
  } else {
    const auto bytecode = field<Address>(header_, offsets_.code_bytes);
    auto size = memory_.get<std::uint64_t>(bytecode + offsets_.object_size);
    if (!size) return false;
    code.bytecode = bytecode + offsets_.bytes_data;
    units = *size / 2;
  }
  if (units > kLongestTable) return false;
  std::vector<std::uint8_t> table;
  const auto lines = field<Address>(header_, offsets_.code_lines);
  if (!read_text(field<Address>(header_, name), code.function) ||
      !read_text(field<Address>(header_, offsets_.code_filename), code.file) ||
      !read_bytes(lines, table)) {
    return false;
  }
  // The compiler tells of each instruction. A size that is not that of the
  // table is of memory that is no code object any more, and may be any number.
  if (offsets_.lines == cpython::LineFormat::kLocations &&
      units > kMostUnlocated && cpython::located_units(table) != units) {
    return false;
  }
  code.lines =
      cpython::decode_lines(offsets_.lines, table, code.first_line, units);
  code.columns =
      cpython::decode_columns(offsets_.lines, table, code.first_line, units);
  code.memo.assign(units + 1, -1);
  code.expression_memo.assign(units + 1, -1);
  return true;
}

bool CodeCache::read_bytecode(Address address, const Code& code,
                              std::vector<std::uint8_t>& bytecode) {
  if (offsets_.lines == cpython::LineFormat::kLocations) {
    bytecode.resize(2 * code.lines.size());
    return memory_.read(code.bytecode, bytecode.data(), bytecode.size());
  }
  auto bytes = memory_.get<Address>(address + offsets_.code_bytes);
  return bytes && read_bytes(*bytes, bytecode);
}

// What tells of the evaluation stack, from 3.11 on: what lies below it, and
// the table of exceptions.
bool CodeCache::read_layout(Address address, Code& code,
                            std::vector<std::uint8_t>& exceptions) {
  auto names = memory_.get<Address>(address + offsets_.code_locals);
  auto table = memory_.get<Address>(address + offsets_.code_exceptions);
  if (!names || !table || !read_bytes(*table, exceptions)) return false;
  auto count = memory_.get<std::uint64_t>(*names + offsets_.object_size);
  if (!count || *count > kLongestText) return false;
  code.locals = *count;
  return true;
}

void CodeCache::find_call_sites(Address address, Code& code) {
  code.call_sites.emplace();
  if (offsets_.lines != cpython::LineFormat::kLocations) return;
  std::vector<std::uint8_t> bytecode;
  std::vector<std::uint8_t> exceptions;
  if (!read_bytecode(address, code, bytecode)) return;
  const bool known = read_layout(address, code, exceptions);
  code.call_sites = cpython::call_sites(offsets_.minor, bytecode, exceptions);
  for (cpython::CallSite& site : *code.call_sites) {
    if (!known) {
      site.callable = -1;
    } else if (site.callable >= 0) {
      site.callable += static_cast<int>(code.locals);
    }
  }
}

cpython::CallSite CodeCache::call_site(Address address, Address instruction,
                                       bool anew) {
  const cpython::CallSite unknown{true, -1};
  const auto known = entries_.find(address);
  if (known == entries_.end()) return unknown;
  Identity now{};
  if (anew && (!read_identity(address, now) || now != known->second.identity)) {
    return unknown;
  }
  Code& code = known->second.code;
  if (!code.call_sites) find_call_sites(address, code);
  if (code.call_sites->empty()) return unknown;
  if (!runs_there(address, code, instruction)) return unknown;
  const std::size_t unit = unit_of(code, instruction);
  if (unit >= code.call_sites->size()) return {};
  return (*code.call_sites)[unit];
}

const cpython::LoopMap& CodeCache::loops(Address address, Code& code) {
  if (code.loops) return *code.loops;
  code.loops.emplace();
  std::vector<std::uint8_t> bytecode;
  std::vector<std::uint8_t> exceptions;
  if (!read_bytecode(address, code, bytecode)) return *code.loops;
  if (offsets_.lines == cpython::LineFormat::kLocations) {
    if (!read_layout(address, code, exceptions)) return *code.loops;
  }
  code.loops = cpython::map_loops(offsets_.minor, bytecode, exceptions);
  code.loop_memo.assign(code.loops->units().size(), -1);
  return *code.loops;
}

bool CodeCache::read_text(Address address, std::string& text) {
  auto length = memory_.get<std::uint64_t>(address + offsets_.unicode_length);
  auto state = memory_.get<std::uint32_t>(address + offsets_.unicode_state);
  if (!length || !state || *length > kLongestText) return false;
  const std::uint32_t kind = (*state >> offsets_.unicode_kind) & 7U;
  const bool compact = (*state >> (offsets_.unicode_kind + 3)) & 1U;
  const bool ascii = (*state >> (offsets_.unicode_kind + 4)) & 1U;
  if (!compact || (kind != 1 && kind != 2 && kind != 4)) return false;
  std::vector<std::uint8_t> raw(*length * kind);
  const Address at =
      address + (ascii ? offsets_.unicode_ascii : offsets_.unicode_compact);
  if (!raw.empty() && !memory_.read(at, raw.data(), raw.size())) return false;
  text.clear();
  for (std::size_t i = 0; i < raw.size(); i += kind) {
    std::uint32_t c = 0;
    std::memcpy(&c, raw.data() + i, kind);
    append_utf8(text, c);
  }
  return true;
}

// What lies at a pointer that is out of date may have any size: room is made
// only for what is a bytes object from its head to the zero behind it.
bool CodeCache::read_bytes(Address address, std::vector<std::uint8_t>& bytes) {
  std::vector<std::byte>& head = bytes_header_;
  if (!memory_.read(address, head.data(), head.size())) return false;
  const auto size = field<std::uint64_t>(head, offsets_.object_size);
  const Address data = address + offsets_.bytes_data;
  if (!objects_.is_type(field<Address>(head, offsets_.object_type), "bytes") ||
      size > kLongestTable ||
      memory_.get<std::uint8_t>(data + size) != std::uint8_t{0}) {
    return false;
  }
  bytes.resize(size);
  return bytes.empty() || memory_.read(data, bytes.data(), bytes.size());
}

namespace {

// The copy, or the code itself, that holds this instruction; 0: none does.
Address bytecode_with(const Code& code, Address instruction) {
  const Address bytes = 2 * code.lines.size();
  const auto holds = [&](Address begin) {
    return instruction - begin < bytes && (instruction - begin) % 2 == 0;
  };
  if (holds(code.bytecode)) return code.bytecode;
  const auto copy = std::ranges::find_if(code.copies, holds);
  return copy == code.copies.end() ? 0 : *copy;
}

}  // namespace

// Copies are made when a thread first runs the function, and freed some time
// after the last thread that ran them has ended.
bool CodeCache::runs_there(Address address, Code& code, Address instruction) {
  if (!offsets_.code_copies || bytecode_with(code, instruction)) return true;
  return read_copies(address, code.copies) &&
         bytecode_with(code, instruction) != 0;
}

bool CodeCache::read_copies(Address address, std::vector<Address>& copies) {
  copies.clear();
  const auto array = memory_.get<Address>(address + offsets_.code_copies);
  if (!array || *array == 0 || *array % 8 != 0) return false;
  const auto size = memory_.get<std::uint64_t>(*array);
  if (!size || *size == 0 || *size > kMostCopies) return false;
  copies.resize(*size);
  if (!memory_.read(*array + 8, copies.data(), 8 * copies.size())) {
    copies.clear();
    return false;
  }
  std::erase(copies, Address{0});
  return true;
}

std::size_t CodeCache::unit_of(const Code& code, Address instruction) const {
  const std::size_t before_first = code.lines.size();
  std::size_t unit = 0;
  switch (offsets_.lines) {
    case cpython::LineFormat::kLnotab:
      unit =
          static_cast<std::size_t>(static_cast<std::int32_t>(instruction) / 2);
      if (static_cast<std::int32_t>(instruction) < 0) return before_first;
      break;
    case cpython::LineFormat::kDeltas:
      if (static_cast<std::int32_t>(instruction) < 0) return before_first;
      unit = static_cast<std::size_t>(static_cast<std::int32_t>(instruction));
      break;
    case cpython::LineFormat::kLocations:
      if (offsets_.code_copies) {
        const Address begin = bytecode_with(code, instruction);
        return begin ? (instruction - begin) / 2 : before_first;
      }
      if (instruction < code.bytecode) return before_first;
      unit = (instruction - code.bytecode) / 2;
      break;
  }
  return std::min(unit, before_first);
}

}  // namespace ppp::profiler
