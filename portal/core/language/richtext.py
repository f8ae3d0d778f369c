"""The rich text features that editors may use: few, and all of them styled."""

PASSAGE_FEATURES = ["bold", "italic", "ol", "ul", "link"]  # inside a part that has a heading of its own
PLAIN_FEATURES = ["h3", *PASSAGE_FEATURES]
ARTICLE_FEATURES = ["h2", *PLAIN_FEATURES, "document-link"]
