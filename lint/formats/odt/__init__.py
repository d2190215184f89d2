"""OpenDocument text: .odt and, as one XML file, .fodt."""
