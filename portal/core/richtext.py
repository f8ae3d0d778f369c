"""What editors may use in rich text: few things, all of which the style sheet knows."""

PASSAGE_FEATURES = ["bold", "italic", "ol", "ul", "link"]  # inside a part that has a heading of its own
PLAIN_FEATURES = ["h3", *PASSAGE_FEATURES]
ARTICLE_FEATURES = ["h2", *PLAIN_FEATURES, "document-link"]
