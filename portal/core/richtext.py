"""What editors may use in rich text: few things, all of which the style sheet knows."""

PLAIN_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link"]
ARTICLE_FEATURES = ["h2", *PLAIN_FEATURES, "document-link"]
