package org.retrato.runtime.plugins;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows whose signatures count: those of whom it has the certificate, and of whoever got one for signing code from them.
 *
 * @param certificates at least one
 */
public record Trust(Set<X509Certificate> certificates) {

    private static final String ANY_USE = "2.5.29.37.0";
    private static final String SIGNING_CODE = "1.3.6.1.5.5.7.3.3";
    private static final String STAMPING_TIME = "1.3.6.1.5.5.7.3.8";

    public Trust {
        certificates = Set.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("there is no certificate, so nobody could be trusted; name one");
        }
    }

    /**
     * Reads X.509 certificates from a PEM file.
     *
     * @throws IllegalArgumentException if it holds none, or is something else
     */
    public static Trust read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new Trust(CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .collect(toUnmodifiableSet()));
        } catch (CertificateException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "'" + file + "' holds no certificates: " + wrong.getMessage()
                            + "; each is a text from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----",
                    wrong);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificates '" + file + "' cannot be read", e);
        }
    }

    /** Returns what is to be said against a signer, or nothing. */
    Optional<String> objection(CodeSigner signer) {
        try {
            validate(signer.getSignerCertPath(), SIGNING_CODE, date(signer));
            return Optional.empty();
        } catch (GeneralSecurityException wrong) {
            return Optional.of(
                    chain(signer.getSignerCertPath()).getFirst().getSubjectX500Principal() + ": " + wrong.getMessage());
        }
    }

    /** Returns when code was signed, if someone trusted stamped the time; otherwise it might have been now. */
    private Date date(CodeSigner signer) {
        var now = new Date();
        var stamp = signer.getTimestamp();
        if (stamp == null) {
            return now;
        }
        try {
            validate(stamp.getSignerCertPath(), STAMPING_TIME, now);
            return stamp.getTimestamp();
        } catch (GeneralSecurityException _) {
            return now;
        }
    }

    private void validate(CertPath path, String use, Date date) throws GeneralSecurityException {
        // the path comes with the signature, so only what leads to a certificate of ours proves anything
        var presented = chain(path).stream()
                .takeWhile(certificate -> !certificates.contains(certificate))
                .toList();
        requireValid(chain(path).getFirst(), date);
        if (presented.isEmpty()) {
            return;
        }
        var uses = presented.getFirst().getExtendedKeyUsage();
        if (uses != null && !uses.contains(use) && !uses.contains(ANY_USE)) {
            throw new CertificateException("the certificate is not for this use");
        }
        var parameters = new PKIXParameters(certificates.stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet()));
        parameters.setRevocationEnabled(false); // which would ask the network
        parameters.setDate(date);
        var result = (PKIXCertPathValidatorResult) CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(presented), parameters);
        requireValid(result.getTrustAnchor().getTrustedCert(), date);
    }

    private static void requireValid(X509Certificate certificate, Date date) throws CertificateException {
        try {
            certificate.checkValidity(date);
        } catch (CertificateExpiredException | CertificateNotYetValidException wrong) {
            throw new CertificateException(
                    "the certificate of %s is valid from %tF to %tF only"
                            .formatted(
                                    certificate.getSubjectX500Principal(),
                                    certificate.getNotBefore(),
                                    certificate.getNotAfter()),
                    wrong);
        }
    }

    private static List<X509Certificate> chain(CertPath path) {
        return path.getCertificates().stream().map(X509Certificate.class::cast).toList();
    }
}
