// SPDX-License-Identifier: Apache-2.0
#include "advisor/remedy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "advisor/advise.h"

namespace ppp::advisor {
namespace {

/// All remedies for the loop at the end of the program, one a line.
std::string remedies(const std::string& before, const std::string& loop) {
  const std::string text =
      "def work(n):\n    return sum(k * n for k in range(999))\n" + before +
      loop;
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", text));
  AdviseOptions options;
  options.every_loop = true;
  Result<Plan> plan = advise({}, project, options);
  EXPECT_TRUE(plan.ok());
  const auto lines = std::count(text.begin(), text.end(), '\n') -
                     std::count(loop.begin(), loop.end(), '\n') + 1;
  std::string all;
  for (const Decline& decline : plan->declines) {
    if (decline.loop.span.line != static_cast<int>(lines)) continue;
    for (const Reason& reason : decline.reasons) {
      if (!reason.remedy.empty()) all += reason.remedy + "\n";
    }
  }
  return all;
}

bool says(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

TEST(Remedy, ASetThatSkipsDuplicates) {
  const std::string text = remedies("seen = set()\nout = []\n",
                                    "for n in [1, 2, 1]:\n"
                                    "    if n not in seen:\n"
                                    "        seen.add(n)\n"
                                    "        out.append(work(n))\n"
                                    "print(out)\n");
  EXPECT_TRUE(says(text, "`seen` is only used to skip duplicates")) << text;
}

TEST(Remedy, ASessionKeepsCookies) {
  const std::string text =
      remedies("import requests\nsession = requests.Session()\nout = []\n",
               "for n in [1, 2, 1]:\n"
               "    out.append(session.get('http://localhost/%d' % n).text)\n"
               "print(out)\n");
  EXPECT_TRUE(says(text, "requests.get() without the session")) << text;
}

TEST(Remedy, OneQueryForAllItems) {
  const std::string text = remedies(
      "import sqlite3\ndatabase = sqlite3.connect('x.db')\n"
      "NAME = 'SELECT name FROM users WHERE id = ?'\n"
      "def name_of(n):\n"
      "    return database.execute(NAME, (n,)).fetchone()\n",
      "for n in [1, 2, 1]:\n"
      "    print(name_of(n))\n");
  EXPECT_TRUE(says(text, "SELECT id, name FROM users WHERE id IN (?, …)"))
      << text;
}

TEST(Remedy, AQueryThatIsAwaited) {
  const std::string text = remedies(
      "import asyncpg\n"
      "async def name_of(conn, n):\n"
      "    return await conn.fetchval(\n"
      "        'SELECT name FROM users WHERE id = $1', n)\n"
      "async def main(conn):\n",
      "    for n in [1, 2, 1]:\n"
      "        print(await name_of(conn, n))\n");
  EXPECT_TRUE(says(text, "SELECT id, name FROM users WHERE id = ANY($1)"))
      << text;
  EXPECT_TRUE(says(text, "one connection does one query at a time")) << text;
}

TEST(Remedy, AttributesThatAreLoadedOneByOne) {
  const std::string model =
      "from sqlalchemy.orm import DeclarativeBase, Session, relationship\n"
      "session = Session(None)\n"
      "class Base(DeclarativeBase):\n    pass\n"
      "class User(Base):\n"
      "    __tablename__ = 'users'\n"
      "    orders = relationship('Order'";
  const std::string loop =
      "for user in session.scalars(None):\n"
      "    print(len(user.orders))\n";
  const std::string text = remedies(model + ")\n", loop);
  EXPECT_TRUE(says(text, "`.options(selectinload(User.orders))`")) << text;
  EXPECT_FALSE(
      says(remedies(model + ", lazy='joined')\n", loop), "selectinload"));
}

TEST(Remedy, OneQueryInATextOfSqlalchemy) {
  const std::string text = remedies(
      "from sqlalchemy import create_engine, text\n"
      "engine = create_engine('postgresql://localhost/shop')\n",
      "for n in [1, 2, 1]:\n"
      "    with engine.connect() as conn:\n"
      "        print(conn.execute(\n"
      "            text('SELECT name FROM users WHERE id = :n'), {'n': n}\n"
      "        ).scalar())\n");
  EXPECT_TRUE(says(text, "SELECT id, name FROM users WHERE id IN (:n, …)"))
      << text;
}

TEST(Remedy, ADictThatRemembers) {
  const std::string text = remedies("memo = {}\nout = []\n",
                                    "for n in [1, 2, 1]:\n"
                                    "    if n not in memo:\n"
                                    "        memo[n] = work(n)\n"
                                    "    out.append(memo[n])\n"
                                    "print(out)\n");
  EXPECT_TRUE(says(text, "lru_cache")) << text;
}

TEST(Remedy, AFoldInsideOfTheWork) {
  const std::string loop =
      "for n in range(9):\n"
      "    for k in range(9):\n"
      "        total += work(n + k) / 3\n"
      "print(total)\n";
  const std::string text = remedies("total = 0.0\n", loop);
  EXPECT_TRUE(says(text, "`total` only takes up")) << text;
}

TEST(Remedy, ARecurrenceHasNone) {
  EXPECT_EQ(
      remedies("x = 1\n", "for n in range(9):\n    x = work(x)\nprint(x)\n"),
      "");
}

TEST(Remedy, AnImportedCallWithoutAnEntry) {
  const std::string text = remedies(
      "import cv2\nout = []\n",
      "for n in range(9):\n    out.append(cv2.resize(n))\nprint(out)\n");
  EXPECT_TRUE(says(text, "`cv2.resize`")) << text;
  EXPECT_TRUE(says(text, "--allow tested")) << text;
}

TEST(Remedy, AFileThatTheWorkWrites) {
  const std::string text = remedies(
      "def store(n, file):\n    file.write(str(work(n)))\n"
      "file = open('out', 'w')\n",
      "for n in range(9):\n    store(n, file)\nfile.close()\n");
  EXPECT_TRUE(says(text, "write it in the loop itself")) << text;
}

TEST(Remedy, NumbersFromTheSharedGenerator) {
  const std::string text = remedies(
      "import random\nout = []\n"
      "def draw(n):\n    return work(n) * random.random()\n",
      "for n in range(9):\n    out.append(draw(n))\nprint(out)\n");
  EXPECT_TRUE(says(text, "random.Random")) << text;
}

TEST(Remedy, IsNotSaidTwice) {
  const std::string text = remedies(
      "import random\nout = []\n"
      "def draw(n):\n    return work(n) * random.random()\n",
      "for n in range(9):\n    out.append(draw(n) + draw(n))\nprint(out)\n");
  EXPECT_EQ(text.find("random.Random"), text.rfind("random.Random")) << text;
}

}  // namespace
}  // namespace ppp::advisor
