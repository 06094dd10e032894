import numpy as np
import pandas as pd


def code(row):
    if row["kind"].startswith("a"):
        return row["kind"].upper() + "-" + row["place"]
    return row["place"].replace(" ", "")


def letters(text):
    return text.count("a") + len(text)


def code_by_columns(frame):
    """By arrays: apply() of main(). None: they would differ."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(frame) is not pd.DataFrame
        or type(frame.columns) is not pd.Index
        or not frame.columns.is_unique
        or {*map(type, frame.columns)} != {str}
        or "kind" not in frame.columns
        or frame["kind"].dtype not in ("object", "str")
        or "place" not in frame.columns
        or frame["place"].dtype not in ("object", "str")
        or len(frame) == 0
        or frame.attrs
        or not frame.flags.allows_duplicate_labels
    ):
        return None
    row_type = frame.iloc[:0].to_numpy().dtype
    if row_type not in ("int64", "float64", "object") or frame.iloc[0].dtype not in (row_type, "str"):
        return None
    dtype = None if row_type == "object" else row_type
    kind = frame["kind"].to_numpy(dtype=object)
    place = frame["place"].to_numpy(dtype=object)
    if (
        not {*map(type, kind.tolist())} <= {str, float, type(None)}
        or not {*map(type, place.tolist())} <= {str, float, type(None)}
    ):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            texts = kind.tolist()
            if not {*map(type, texts)} <= {str}:
                return None
            found = np.array([text.startswith("a") for text in texts], dtype=bool)
            mask = found
            texts_2 = place.tolist()
            if not {*map(type, texts_2)} <= {str}:
                return None
            made = (
                np.array([text_2.upper() + "-"
                + text_3 for text_2, text_3 in zip(texts, texts_2)], dtype=object)
            )
            made_2 = np.array([text_4.replace(" ", "") for text_4 in texts_2], dtype=object)
            values = np.where(mask, made, made_2)
    except FloatingPointError:
        return None
    return pd.Series(values.tolist(), index=frame.index)


def main(frame):
    values = code_by_columns(frame)
    if values is None:
        frame["code"] = frame.apply(code, axis=1)
    else:
        frame["code"] = values
    frame["letters"] = frame["place"].apply(letters)
    frame["short"] = frame["kind"].map(lambda kind: kind.strip()[:3])
    frame["known"] = frame["kind"].map(lambda kind: kind.strip() in ("abc", "b"))
    print(frame, frame.dtypes, sep="\n")


main(pd.DataFrame({"kind": ["abcd", " b ", "a"], "place": ["x y", "a a", ""]}, index=[3, 3, 1]))
try:
    main(pd.DataFrame({"kind": ["abcd", None], "place": ["x y", "a a"]}))
except AttributeError as error:
    print(error)
