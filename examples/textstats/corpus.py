# SPDX-License-Identifier: Apache-2.0
"""Documents made up from syllables, always the same ones."""

SYLLABLES = "ka lo mi ren sta to vel qua pri nos der um fin ga sho bri".split()


def make_word(state):
    length = state % 3 + 1
    return "".join(SYLLABLES[(state >> (4 * k)) % 16] for k in range(length))


def make_documents(count, words=420):
    documents = {}
    state = 12345
    for number in range(count):
        text = []
        for position in range(words):
            state = (state * 1103515245 + 12345) % 2147483648
            text.append(make_word(state >> 8))
            if position % 14 == 13:
                text[-1] += "."
        documents[f"doc-{number:03d}"] = " ".join(text)
    return documents
